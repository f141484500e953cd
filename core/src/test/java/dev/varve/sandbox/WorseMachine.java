package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class of the tests on this machine made worse than it is. */
final class WorseMachine {
    private WorseMachine() {}

    /**
     * What it prints.
     *
     * @param unshare how {@code unshare} is to be called
     * @param worse shell commands
     * @param start what is put before the command
     */
    static List<String> run(String unshare, String worse, String start, Class<?> main, String argument)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(List.of(unshare.split(" ")));
        command.addAll(List.of("sh", "-ec", worse + "\nexec " + start + " \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(main.getName(), argument));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
