package dev.varve.sandbox;

import java.io.IOException;

/** A process could not be started in a sandbox; its message is for people. */
public final class SandboxException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The sandbox itself failed. */
    public static final int FAILED = 125;

    /** There is such a program, but it cannot be executed. */
    public static final int NOT_EXECUTABLE = 126;

    /** There is no such program. */
    public static final int NOT_FOUND = 127;

    private final int exitCode;

    public SandboxException(String message) {
        this(FAILED, message);
    }

    /** @param exitCode one of {@link #FAILED}, {@link #NOT_EXECUTABLE}, {@link #NOT_FOUND} */
    public SandboxException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What {@code docker run} exits with for this: {@link #FAILED}, {@link #NOT_EXECUTABLE} or {@link #NOT_FOUND}. */
    public int exitCode() {
        return exitCode;
    }
}
