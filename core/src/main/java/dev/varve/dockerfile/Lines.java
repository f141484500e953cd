package dev.varve.dockerfile;

/** Goes through the lines of a file one by one. */
final class Lines {
    private final SourceText source;
    private final char[] chars;
    private int next;
    private int start;
    private int end;
    private int contentEnd;
    private int indented;

    Lines(SourceText source) {
        this(source, 0);
    }

    /** The lines from a 0-based one on. */
    Lines(SourceText source, int first) {
        this.source = source;
        this.chars = source.chars();
        this.next = first;
    }

    /** Goes to the next line, if there is one. */
    boolean advance() {
        if (next == source.lineCount()) {
            return false;
        }
        start = source.lineStart(next);
        end = source.lineEnd(next);
        if (next == 0 && source.startsWithByteOrderMark()) {
            start++;
        }
        contentEnd = end;
        while (contentEnd > start && (chars[contentEnd - 1] == '\n' || chars[contentEnd - 1] == '\r')) {
            contentEnd--;
        }
        indented = start;
        while (indented < contentEnd && WhiteSpace.isSpace(chars[indented])) {
            indented++;
        }
        next++;
        return true;
    }

    /** 1-based number of the line, 0 in front of the first. */
    int number() {
        return next;
    }

    /** Where the line starts, behind a byte order mark. */
    int start() {
        return start;
    }

    /** Where the line ends, line ending included. */
    int end() {
        return end;
    }

    /** Where the line ends, line ending excluded. */
    int contentEnd() {
        return contentEnd;
    }

    /** Where the line's first char is that is no white space. */
    int indented() {
        return indented;
    }

    boolean isBlank() {
        return indented == contentEnd;
    }

    boolean isComment() {
        return indented < contentEnd && chars[indented] == '#';
    }

    /** Where the line is cut because its last char, {@code escape}, joins it to the next; -1 where it is not. */
    int continuation(int from, char escape) {
        int last = contentEnd - 1;
        while (last >= from && (chars[last] == ' ' || chars[last] == '\t')) {
            last--;
        }
        boolean continued = last >= from && chars[last] == escape && (last == from || chars[last - 1] != escape);
        return continued ? last : -1;
    }
}
