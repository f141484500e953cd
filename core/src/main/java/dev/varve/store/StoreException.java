package dev.varve.store;

import dev.varve.layer.LayerException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** The store, or what is put into it, is not as it must be; the message says what is wrong, where, and what to do. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something from outside cannot be read, because it is damaged or cut short. */
    public static StoreException unreadable(String what, IOException e) {
        return e instanceof StoreException known
                ? known
                : new StoreException(what + " cannot be read: " + reason(e), e);
    }

    private static String reason(IOException e) {
        if (e instanceof LayerException layer) {
            return (layer.entry().isEmpty() ? "" : "at '" + layer.entry() + "': ") + layer.problem();
        }
        String message = e.getMessage();
        if (message == null) {
            return e instanceof EOFException ? "it is cut short" : e.toString();
        }
        return message;
    }

    /** Says of a disk that is full where it is full; the system's message names no place. */
    public static IOException unwritable(Path place, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return new StoreException(
                    "no space left to write " + place + "; free some there, for instance with 'varve system prune'", e);
        }
        return e;
    }
}
