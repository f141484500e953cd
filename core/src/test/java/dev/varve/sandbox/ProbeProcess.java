package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Asks for the {@link SandboxSupport} of a machine that has first been made worse than it is. */
final class ProbeProcess {
    private ProbeProcess() {}

    public static void main(String[] arguments) {
        System.out.println(SandboxSupport.probe(Path.of(arguments[0])).whyNot().orElse("nothing"));
    }

    /** What is in the way on a {@link WorseMachine}. */
    static List<String> obstacles(Path folder, String unshare, String worse, String start)
            throws IOException, InterruptedException {
        return WorseMachine.run(unshare, worse, start, ProbeProcess.class, folder.toString());
    }
}
