package dev.varve.cli.console;

/** The command could not do its work; the message says why and what to do. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failure(String message) {
        super(message);
    }
}
