package dev.varve.engine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The engine could not do what was asked; the message says why and what to do. */
public class EngineException extends IOException {
    private static final long serialVersionUID = 1;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
