package dev.varve.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that builds, pulls nothing, and may be killed: {@code STORE CONTEXT NAME TIMES}. */
final class BuildProcess {
    private BuildProcess() {}

    /** Builds the context as often as it is said, each time with another file in it. */
    public static void main(String[] arguments) throws Exception {
        Path context = Path.of(arguments[1]);
        try (Engine engine = Engine.open(Path.of(arguments[0]))) {
            for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
                Files.writeString(context.resolve("changing"), arguments[2] + i);
                engine.build(context).tag(arguments[2]).run();
            }
        }
    }

    static Process start(Path store, Path context, String name, int times) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildProcess.class.getName(),
                        store.toString(),
                        context.toString(),
                        name,
                        Integer.toString(times)))
                .redirectErrorStream(true)
                .redirectOutput(context.resolveSibling(name + ".log").toFile())
                .start();
    }
}
