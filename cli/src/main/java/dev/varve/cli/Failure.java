package dev.varve.cli;

/** The command could not do its work; the message says why and what to do. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
