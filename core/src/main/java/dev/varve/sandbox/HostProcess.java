package dev.varve.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process as the host knows it, told from a later one of the same number by when it started.
 *
 * @param startTime in clock ticks since the machine started, as in {@code /proc/PID/stat}
 */
public record HostProcess(long pid, long startTime) {
    /** The one that has this number now; empty where none has. */
    static Optional<HostProcess> of(long pid) throws IOException {
        String[] fields = fields(pid);
        return fields.length == 0 ? Optional.empty() : Optional.of(new HostProcess(pid, startTime(fields)));
    }

    /** Whether it still runs; one that only waits to be reaped does not. */
    public boolean isAlive() throws IOException {
        String[] fields = fields(pid);
        return fields.length > 0 && !fields[0].equals("Z") && !fields[0].equals("X") && startTime(fields) == startTime;
    }

    /**
     * Sends it a signal, if it is still there.
     *
     * @param name such as {@code TERM}, or a number
     */
    public void signal(String name) throws IOException, InterruptedException {
        Signals.send(name, this);
    }

    private static long startTime(String[] fields) {
        return Long.parseLong(fields[19]);
    }

    /** What {@code /proc/PID/stat} has behind the name, which may hold anything; none where there is no such process. */
    private static String[] fields(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return text.substring(text.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            if (Files.exists(stat.getParent())) {
                throw e;
            }
            return new String[0];
        }
    }
}
