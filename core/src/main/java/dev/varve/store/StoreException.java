package dev.varve.store;

import java.io.IOException;

/** The store, or what is put into it, is not as it must be; the message says what is wrong, where, and what to do. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
