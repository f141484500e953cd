package dev.varve.cli.container;

import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code varve} command as a process of its own. */
public final class VarveProcess {
    private VarveProcess() {}

    public static ProcessBuilder of(Shell shell, String... arguments) {
        return builder(shell, command("", arguments));
    }

    /** The same at a terminal of its own; {@code script} gives it one, and takes what is typed from its standard input. */
    public static ProcessBuilder atTerminal(Shell shell, String... arguments) {
        StringBuilder line = new StringBuilder("exec");
        for (String word : command("012", arguments)) {
            line.append(' ').append(quoted(word));
        }
        return builder(shell, List.of("script", "-qec", line.toString(), "/dev/null"));
    }

    /** The same as an ordinary user of a system that has no user namespaces for such. */
    static ProcessBuilder withoutNamespaces(Shell shell, String... arguments) {
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "sh", "-ec", """
                echo 0 >/proc/sys/user/max_user_namespaces
                exec setpriv --bounding-set=-all --inh-caps=-all "$@\"""", "sh"));
        command.addAll(command("", arguments));
        return builder(shell, command);
    }

    /** A shell script that has {@code varve}, run by an ordinary user who has no subordinate ids. */
    static ProcessBuilder asOneUser(Shell shell, String script) {
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-user=4242", "--map-group=4242"));
        StringBuilder varve = new StringBuilder("varve() {");
        for (String word : command("")) {
            varve.append(' ').append(quoted(word));
        }
        command.addAll(
                List.of("sh", "-c", varve.append(" \"$@\"; }\n").append(script).toString()));
        return builder(shell, command);
    }

    private static String quoted(String word) {
        return '\'' + word.replace("'", "'\\''") + '\'';
    }

    /** The same, begun by somebody who ignores signals, as shells do for what is in the background. */
    static ProcessBuilder ignoring(String signals, Shell shell, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--ignore-signal=" + signals));
        command.addAll(command("", arguments));
        return builder(shell, command);
    }

    /** With every signal as it is at first, whatever who runs these tests ignores: a JVM never hears what that is. */
    private static ProcessBuilder builder(Shell shell, List<String> words) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal", "--"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.putAll(shell.environment());
        return builder;
    }

    private static List<String> command(String terminal, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dvarve.terminal=" + terminal,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.varve.cli.Varve"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Reads what a process prints until a text is there. */
    public static String readUntil(Process process, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] buffer = new byte[1024];
        while (read.indexOf(text) < 0) {
            int count = process.getInputStream().read(buffer);
            if (count < 0) {
                throw new AssertionError("it ended with " + read);
            }
            read.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        }
        return read.toString();
    }
}
