package dev.varve.dockerfile;

/**
 * A half-open range of char offsets ({@code start} inclusive, {@code end} exclusive) into {@link Dockerfile#text()}.
 *
 * @param start offset of the first char
 * @param end offset just behind the last char; equal to {@code start} for an empty range
 */
public record SourceRange(int start, int end) {
    public SourceRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a range: " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /** Whether {@code offset} is the offset of a char inside this range. */
    public boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    /** Whether the two ranges have a char in common. */
    public boolean overlaps(SourceRange other) {
        return start < other.end && other.start < end;
    }
}
