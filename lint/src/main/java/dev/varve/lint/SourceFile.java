package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Position;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of a linted file without its syntax tree, of which there may be too many to keep. Immutable. */
public final class SourceFile {
    private final String path;
    private final String text;
    private int @Nullable [] lineStarts;

    private SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    static SourceFile of(Dockerfile dockerfile) {
        return new SourceFile(dockerfile.file(), dockerfile.text());
    }

    /** The name that the file was parsed under. */
    public String path() {
        return path;
    }

    /** The whole text, as {@link Dockerfile#text()} gives it. */
    public String text() {
        return text;
    }

    /** Line and column of an offset between 0 and the text's length; a byte order mark takes no column. */
    public Position position(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        int start = line == 0 && text.startsWith("\uFEFF") ? 1 : starts[line];
        return new Position(line + 1, Math.max(0, offset - start) + 1);
    }

    /** A line without its ending, from 1; empty where there is none. */
    public String line(int number) {
        int[] starts = lineStarts();
        if (number < 1 || number > starts.length) {
            return "";
        }
        int start = number == 1 && text.startsWith("\uFEFF") ? 1 : starts[number - 1];
        int end = number == starts.length ? text.length() : starts[number] - 1;
        String line = text.substring(start, Math.max(start, end));
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private synchronized int[] lineStarts() {
        if (lineStarts == null) {
            int[] starts = new int[16];
            int count = 1;
            for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = feed + 1;
            }
            lineStarts = Arrays.copyOf(starts, count);
        }
        return lineStarts;
    }
}
