package dev.varve.cli.template;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A template cannot be read, or asks for what is not there. */
public final class TemplateException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    TemplateException(String message) {
        super("--format: " + message, new IOException("--format: " + message));
    }
}
