package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends signals, which a JVM cannot do itself. */
final class Signals {
    private Signals() {}

    /**
     * Sends a signal to a process that has not ended.
     *
     * @param name such as {@code TERM}
     */
    static void send(String name, HostProcess process) throws IOException, InterruptedException {
        if (!name.matches("[A-Z0-9+-]+")) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a signal");
        }
        if (!process.isAlive()) {
            return;
        }
        String pid = Long.toString(process.pid());
        Process kill = new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, pid)
                .redirectErrorStream(true)
                .start();
        String output = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kill.waitFor() != 0 && process.isAlive()) {
            throw new IOException("cannot send " + name + " to process " + pid + ": " + output.strip());
        }
    }

    /** Ends a process that is not this JVM's own child; what hinders that does not matter to who wants it gone. */
    static void kill(Running running) {
        try {
            running.process().signal("KILL");
        } catch (IOException e) {
            // it never came to be, or is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
