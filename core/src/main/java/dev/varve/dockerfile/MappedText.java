package dev.varve.dockerfile;

import java.util.Arrays;

/**
 * Text put together from parts of a Dockerfile, which knows for each char where in the file it stands: a command whose
 * continuation lines are joined, a heredoc without its indentation, a string without its quotes. Immutable.
 */
public final class MappedText {
    private final String text;
    private final int[] starts;
    private final int[] offsets;
    private final int end;

    private MappedText(String text, int[] starts, int[] offsets, int end) {
        this.text = text;
        this.starts = starts;
        this.offsets = offsets;
        this.end = end;
    }

    /** The chars. */
    public String text() {
        return text;
    }

    /** The number of chars. */
    public int length() {
        return text.length();
    }

    /**
     * The offset in the file of a char; for the index behind the last one, the offset behind it.
     *
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public int offset(int index) {
        if (index < 0 || index > text.length()) {
            throw new IndexOutOfBoundsException("index " + index + " of " + text.length());
        }
        if (index == text.length()) {
            return end;
        }
        int found = Arrays.binarySearch(starts, index);
        int run = found >= 0 ? found : -found - 2;
        return offsets[run] + index - starts[run];
    }

    /**
     * Where in the file the chars from one index up to another are, with whatever the file has between them.
     *
     * @throws IndexOutOfBoundsException if there are no such indexes
     */
    public SourceRange range(int from, int to) {
        if (from >= to) {
            int at = from == 0 ? offset(0) : Math.max(offset(from - 1) + 1, 0);
            return new SourceRange(at, at);
        }
        int start = offset(from);
        return new SourceRange(start, Math.max(start, to == text.length() ? end : offset(to - 1) + 1));
    }

    /** Where in the file all of it is. */
    public SourceRange range() {
        return range(0, text.length());
    }

    /**
     * The chars from one index up to another.
     *
     * @throws IndexOutOfBoundsException if there are no such indexes
     */
    public MappedText part(int from, int to) {
        return new Builder(offset(from)).append(this, from, to).build();
    }

    @Override
    public String toString() {
        return text;
    }

    /** Puts text together. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] starts = new int[1];
        private int[] offsets = new int[1];
        private int runs;
        private int end;

        /** Starts without a char; an empty text is taken to stand at {@code offset}. */
        public Builder(int offset) {
            this.end = offset;
        }

        /** Appends a char and where in the file it is, or what stands for it. */
        public Builder append(char c, int offset) {
            run(offset);
            text.append(c);
            end = offset + 1;
            return this;
        }

        /** Appends chars of the file that stand together from {@code offset} on. */
        public Builder append(String chars, int offset) {
            if (!chars.isEmpty()) {
                run(offset);
                text.append(chars);
                end = offset + chars.length();
            }
            return this;
        }

        /** Appends a part of another text. */
        public Builder append(MappedText other, int from, int to) {
            int at = from;
            while (at < to) {
                int found = Arrays.binarySearch(other.starts, at);
                int next = found >= 0 ? found + 1 : -found - 1;
                int stop = next < other.starts.length ? Math.min(other.starts[next], to) : to;
                append(other.text.substring(at, stop), other.offset(at));
                at = stop;
            }
            if (from < to && to == other.length()) {
                end = other.end;
            }
            return this;
        }

        /** Says where in the file what was appended last ends, where that is not behind its one char. */
        public Builder endingAt(int offset) {
            end = offset;
            return this;
        }

        /** How many chars there are. */
        public int length() {
            return text.length();
        }

        /** The text so far. */
        public MappedText build() {
            return new MappedText(text.toString(), Arrays.copyOf(starts, runs), Arrays.copyOf(offsets, runs), end);
        }

        private void run(int offset) {
            if (runs > 0 && offsets[runs - 1] + text.length() - starts[runs - 1] == offset) {
                return;
            }
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                offsets = Arrays.copyOf(offsets, runs * 2);
            }
            starts[runs] = text.length();
            offsets[runs++] = offset;
        }
    }
}
