package dev.varve.yaml;

/**
 * Where something stands in a file.
 *
 * @param file the name the file was read under
 * @param line from 1
 * @param column from 1, in characters
 */
public record YamlPosition(String file, int line, int column) {
    /** What to throw for something wrong here; {@code problem} says what was expected and what was found. */
    public YamlException error(String problem) {
        return new YamlException(this, problem);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
