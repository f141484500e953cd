package dev.varve.dockerfile;

/**
 * A place in a Dockerfile as editors show it.
 *
 * @param line 1-based; lines end at a line feed, as BuildKit counts them
 * @param column 1-based, in UTF-16 code units; a byte order mark takes no column
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
