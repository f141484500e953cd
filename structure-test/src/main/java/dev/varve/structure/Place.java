package dev.varve.structure;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where a test is written.
 *
 * @param line from 1
 */
public record Place(Path file, int line) {
    /** As JUnit takes the source of a test: {@code file:///path?line=3}. */
    public URI uri() {
        return URI.create(file.toAbsolutePath().toUri() + "?line=" + line);
    }

    /** {@code file:line}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
