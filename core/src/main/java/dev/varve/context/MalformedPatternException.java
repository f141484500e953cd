package dev.varve.context;

/** A wildcard or ignore pattern that does not parse. */
public final class MalformedPatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedPatternException(String message) {
        super(message);
    }
}
