package dev.varve.registry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A registry did not do what it was asked for. The message names the image and the registry, and says what was wrong. */
public final class RegistryException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    RegistryException(String message) {
        this(message, 0, null);
    }

    RegistryException(String message, @Nullable Throwable cause) {
        this(message, 0, cause);
    }

    RegistryException(String message, int status, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The status that the registry answered with; 0 where it is not about one. */
    public int status() {
        return status;
    }
}
