package dev.varve.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A process as the host knows it, told from a later one of the same number by when it started.
 *
 * @param startTime in clock ticks since the machine started, as in {@code /proc/PID/stat}
 */
public record HostProcess(long pid, long startTime) {
    /** Whether it still runs; one that only waits to be reaped does not. */
    public boolean isAlive() throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // it went between the opening and the reading
            if (Files.exists(Path.of("/proc", Long.toString(pid)))) {
                throw e;
            }
            return false;
        }
        // the name before the fields may hold anything
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        boolean ended = fields[0].equals("Z") || fields[0].equals("X");
        return !ended && Long.parseLong(fields[19]) == startTime;
    }

    /**
     * Sends it a signal, if it is still there.
     *
     * @param name such as {@code TERM}, or a number
     */
    public void signal(String name) throws IOException, InterruptedException {
        if (isAlive()) {
            Signals.send(name, pid);
        }
    }
}
