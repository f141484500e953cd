package dev.varve.engine;

import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that does one thing again and again until it is killed: {@code STORE pull|commit NAME}. */
final class EndlessProcess {
    private EndlessProcess() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments[2];
        try (Engine engine = Engine.open(Path.of(arguments[0]))) {
            System.out.println("begun");
            for (int i = 0; ; i++) {
                if (arguments[1].equals("pull")) {
                    engine.pull(name, Platform.host(), Progress.NONE);
                    engine.remove(name, true);
                    engine.pruneImages(image -> false, () -> {});
                } else {
                    engine.findContainer(name)
                            .commit()
                            .tag("committed")
                            .message("commit " + i)
                            .run();
                }
            }
        }
    }

    /** Starts one and waits until it has begun. */
    static Process start(Path store, String what, String name) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessProcess.class.getName(),
                        store.toString(),
                        what,
                        name))
                .redirectErrorStream(true)
                .start();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        if (!"begun".equals(line)) {
            throw new IOException("it did not begin: " + line);
        }
        return process;
    }
}
