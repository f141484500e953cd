package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks for the {@link SandboxSupport} of a machine that has first been made worse than it is. */
final class ProbeProcess {
    private ProbeProcess() {}

    public static void main(String[] arguments) {
        System.out.println(SandboxSupport.probe(Path.of(arguments[0])).whyNot().orElse("nothing"));
    }

    /**
     * What is in the way then.
     *
     * @param unshare how {@code unshare} is to be called
     * @param worse shell commands
     * @param start what is put before the command that asks
     */
    static List<String> obstacles(Path folder, String unshare, String worse, String start)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare"));
        command.addAll(List.of(unshare.split(" ")));
        command.addAll(List.of("sh", "-ec", worse + "\nexec " + start + " \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ProbeProcess.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines;
    }
}
