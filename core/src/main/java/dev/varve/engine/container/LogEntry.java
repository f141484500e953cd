package dev.varve.engine.container;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A line that a container printed, or a part of one. */
public final class LogEntry {
    private final Instant time;
    private final boolean error;
    private final byte[] bytes;

    LogEntry(Instant time, boolean error, byte[] bytes) {
        this.time = time;
        this.error = error;
        this.bytes = bytes;
    }

    public Instant time() {
        return time;
    }

    /** The time as Docker prints it, in UTC, with nine digits of the second. */
    public String timestamp() {
        return OutputLog.TIME.format(time);
    }

    /** Whether it went to standard error. */
    public boolean isError() {
        return error;
    }

    /** What was printed, with its line break where it has one. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
