package dev.varve.json;

import java.io.IOException;

/** A text is no JSON, or not the JSON that is expected; the message says what is wrong and where. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1;

    public JsonException(String message) {
        super(message);
    }
}
