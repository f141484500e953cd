package dev.varve.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A process in a sandbox. It ends with this JVM, however that ends, unless it is detached. */
public interface Running {
    /**
     * Which process of the host it is; waits until it is there.
     *
     * @throws SandboxException where it did not come to be
     */
    HostProcess process() throws IOException, InterruptedException;

    /**
     * Waits until the program is executed.
     *
     * @throws SandboxException where it is not; {@link SandboxException#exitCode} says of what kind that is
     */
    void awaitStart() throws IOException, InterruptedException;

    /** Its standard input; closed already unless that is {@link Stdio#PIPE}. */
    OutputStream stdin();

    /** Its standard output; empty unless that is {@link Stdio#PIPE}. */
    InputStream stdout();

    /** Its standard error; empty unless that is {@link Stdio#PIPE}. */
    InputStream stderr();

    /**
     * Waits for its end.
     *
     * @return its exit code, or 128 and the number of the signal that ended it
     * @throws SandboxException where the program was never executed, or where nobody knows how it came out
     */
    int waitFor() throws IOException, InterruptedException;

    /**
     * Sends it a signal. As the first process of its namespace it gets none that it does not handle, but KILL and STOP.
     *
     * @param name such as {@code TERM}
     */
    void signal(String name) throws IOException, InterruptedException;

    /** Ends it and all that it started, at once. */
    void kill();
}
