package dev.varve.junit;

import java.io.IOException;

/** A build failed; with what it did until then. */
final class FailedBuild extends IOException {
    private static final long serialVersionUID = 1;

    private final String log;

    FailedBuild(String message, String log, IOException cause) {
        super(message, cause);
        this.log = log;
    }

    String log() {
        return log;
    }
}
