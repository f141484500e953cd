package dev.varve.cli;

/** What the command's exit code says. */
final class ExitCode {
    /** The work is done and there is nothing to object to. */
    static final int OK = 0;

    /** The work is done and something is wrong with what was looked at. */
    static final int FOUND = 1;

    /** The work could not be done: wrong usage, or something that cannot be read. */
    static final int FAILED = 2;

    private ExitCode() {}
}
