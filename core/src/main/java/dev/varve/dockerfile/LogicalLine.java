package dev.varve.dockerfile;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The line that an instruction is once its continuation lines are joined, with the source offset of each char. Indexes run
 * from {@link #start} to {@link #end}; a line that is one run of the source uses the source's own array.
 */
final class LogicalLine {
    private final char[] chars;
    private final int start;
    private final int end;
    private final IntUnaryOperator offsets;

    private LogicalLine(char[] chars, int start, int end, IntUnaryOperator offsets) {
        this.chars = chars;
        this.start = start;
        this.end = end;
        this.offsets = offsets;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return start == end;
    }

    char at(int index) {
        return chars[index];
    }

    int codePointAt(int index) {
        return Character.codePointAt(chars, index, end);
    }

    /** A part of this line; indexes stay the same. */
    LogicalLine part(int from, int to) {
        return new LogicalLine(chars, from, to, offsets);
    }

    /** This line without white space around it, as Go's {@code strings.TrimSpace} sees it. */
    LogicalLine trim() {
        int from = start;
        int to = end;
        while (from < to && WhiteSpace.isSpace(chars[from])) {
            from++;
        }
        while (to > from && WhiteSpace.isSpace(chars[to - 1])) {
            to--;
        }
        return part(from, to);
    }

    /** The first index that holds {@code c}, or -1. */
    int indexOf(char c) {
        for (int i = start; i < end; i++) {
            if (chars[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** The first index at or behind {@code from} where a run of blanks begins, or the end. */
    int blank(int from) {
        int i = from;
        while (i < end && !WhiteSpace.isBlank(chars[i])) {
            i++;
        }
        return i;
    }

    /** The first index at or behind {@code from} that is not blank, or the end. */
    int behindBlanks(int from) {
        int i = from;
        while (i < end && WhiteSpace.isBlank(chars[i])) {
            i++;
        }
        return i;
    }

    String text() {
        return new String(chars, start, end - start);
    }

    Word word(int from, int to) {
        return new Word(new String(chars, from, to - from), range(from, to));
    }

    Word word() {
        return word(start, end);
    }

    SourceRange range(int from, int to) {
        if (from < to) {
            return new SourceRange(offset(from), offset(to - 1) + 1);
        }
        int behind = from > start ? offset(from - 1) + 1 : offset(from);
        return new SourceRange(behind, behind);
    }

    SourceRange range() {
        return range(start, end);
    }

    int offset(int index) {
        return offsets.applyAsInt(index);
    }

    boolean hasNonAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] >= 0x80) {
                return true;
            }
        }
        return false;
    }

    /** Other chars in the place of this line's; {@code indexes} tells which index of this line each stands for. */
    LogicalLine mapped(char[] replacement, IntUnaryOperator indexes) {
        return new LogicalLine(replacement, 0, replacement.length, i -> offset(indexes.applyAsInt(i)));
    }

    /** The line from {@code index} on with other chars in front of it that stand for the char before. */
    LogicalLine behind(int index, char[] leftover) {
        char[] joined = Arrays.copyOf(leftover, leftover.length + end - index);
        System.arraycopy(chars, index, joined, leftover.length, end - index);
        return mapped(joined, i -> Math.max(index - 1, index + i - leftover.length));
    }

    /** Puts a line together out of runs of the source. */
    static final class Builder {
        private final char[] source;
        private int[] starts = new int[8];
        private int[] offsets = new int[8];
        private int runs;
        private int length;
        private int end;

        Builder(char[] source) {
            this.source = source;
        }

        void add(int from, int to) {
            if (from == to && runs > 0) {
                return;
            }
            if (length == 0) {
                runs = 0;
            }
            if (runs == starts.length) {
                starts = Arrays.copyOf(starts, runs * 2);
                offsets = Arrays.copyOf(offsets, runs * 2);
            }
            starts[runs] = length;
            offsets[runs++] = from;
            length += to - from;
            end = to;
        }

        LogicalLine build() {
            if (runs == 1) {
                return new LogicalLine(source, offsets[0], end, IntUnaryOperator.identity());
            }
            char[] joined = new char[length];
            int[] runStarts = Arrays.copyOf(starts, runs);
            int[] runOffsets = Arrays.copyOf(offsets, runs);
            for (int i = 0; i < runs; i++) {
                int to = i + 1 < runs ? starts[i + 1] : length;
                System.arraycopy(source, offsets[i], joined, starts[i], to - starts[i]);
            }
            return new LogicalLine(joined, 0, length, index -> {
                int found = Arrays.binarySearch(runStarts, index);
                int run = found >= 0 ? found : -found - 2;
                return runOffsets[run] + index - runStarts[run];
            });
        }
    }
}
