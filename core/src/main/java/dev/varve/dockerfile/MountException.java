package dev.varve.dockerfile;

/** The value of a {@code --mount} flag is refused; the message says why. */
public final class MountException extends Exception {
    private static final long serialVersionUID = 1;

    public MountException(String message) {
        super(message);
    }
}
