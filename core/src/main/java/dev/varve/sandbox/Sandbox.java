package dev.varve.sandbox;

import java.io.IOException;

/** Runs processes in isolated root file systems. Safe for use by several threads. */
public interface Sandbox {
    /** The sandbox for this machine and user. */
    static Sandbox detect() throws SandboxException {
        return new EmbeddedSandbox();
    }

    /** What does the isolating, such as {@code crun} or {@code embedded}. */
    String name();

    /**
     * Starts a process. What fails after that, such as a program that does not exist, comes out of
     * {@link Running#waitFor()}.
     */
    Running start(ProcessSpec spec) throws IOException;
}
