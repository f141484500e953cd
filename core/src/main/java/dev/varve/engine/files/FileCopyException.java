package dev.varve.engine.files;

import java.io.IOException;

/** A copy cannot be made for what the files are; the message says why, with absolute paths in the image. */
public final class FileCopyException extends IOException {
    private static final long serialVersionUID = 1;

    public FileCopyException(String message) {
        super(message);
    }
}
