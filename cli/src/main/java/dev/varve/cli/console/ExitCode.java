package dev.varve.cli.console;

/**
 * What exit codes say. Commands of the engine have those of docker; those that only look at something tell what is wrong with
 * what they looked at from what kept them from looking.
 */
public final class ExitCode {
    /** The work is done and there is nothing to object to. */
    public static final int OK = 0;

    /** Commands that only look: the work is done and something is wrong with what was looked at. */
    public static final int FOUND = 1;

    /** The engine: it could not be done. */
    public static final int FAILED = 1;

    /** Commands that only look: it could not be done. */
    public static final int NOT_DONE = 2;

    /** A flag is wrong; {@code run} and its like could not be done. */
    public static final int WRONG_FLAG = 125;

    /** It was stopped by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
