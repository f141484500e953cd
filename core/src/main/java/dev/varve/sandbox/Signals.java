package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends signals, which a JVM cannot do itself. */
final class Signals {
    private Signals() {}

    /** @param name such as {@code TERM} */
    static void send(String name, long pid) throws IOException, InterruptedException {
        if (!name.matches("[A-Z0-9+-]+")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a signal");
        }
        Process kill = new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        String output = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kill.waitFor() != 0) {
            throw new IOException("cannot send " + name + " to process " + pid + ": " + output.strip());
        }
    }
}
