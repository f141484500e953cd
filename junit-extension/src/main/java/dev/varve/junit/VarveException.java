package dev.varve.junit;

import org.jspecify.annotations.Nullable;

/** An image could not be built, or something not be done with it; the message says why and what to do. */
public class VarveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public VarveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
