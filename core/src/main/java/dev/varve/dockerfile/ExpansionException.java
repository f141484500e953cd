package dev.varve.dockerfile;

/** A word could not be expanded: bad syntax, or a variable that must be set and is not. */
public final class ExpansionException extends Exception {
    private static final long serialVersionUID = 1;

    public ExpansionException(String message) {
        super(message);
    }
}
