package dev.varve.lint.history.git;

/** A history cannot be read: no repository, no such revision, objects that are not here. The message is for a person. */
public final class HistoryException extends Exception {
    private static final long serialVersionUID = 1L;

    public HistoryException(String message) {
        super(message);
    }

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
