package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes the flags off the front of an instruction's arguments, as BuildKit's {@code extractBuilderFlags}
 * ({@code frontend/dockerfile/parser/split_command.go}) does. Quotes and escapes are resolved on the way.
 *
 * <p>BuildKit takes each byte of a flag for a character, which garbles what is not ASCII and can split a char in two where one
 * of its bytes is U+0085 or U+00A0, white space both. So lines that have such a char in a flag are read here again, byte
 * by byte.
 */
final class FlagScanner {
    private final LogicalLine line;
    private final char escape;
    private final List<Flag> flags = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private LogicalLine rest;
    private int pos;
    private int wordStart;
    private int equalsSign;

    private FlagScanner(LogicalLine line, char escape) {
        this.line = line;
        this.escape = escape;
        this.rest = line.part(line.end(), line.end());
        this.pos = line.start();
    }

    /** Reads the flags at the start of {@code line}, which is what follows an instruction's keyword. */
    static FlagScanner scan(LogicalLine line, char escape) {
        FlagScanner scanner = new FlagScanner(line, escape);
        if (scanner.scan(false)) {
            return scanner;
        }
        FlagBytes bytes = FlagBytes.of(line);
        FlagScanner bytewise = new FlagScanner(bytes.line(), escape);
        bytewise.scan(true);
        bytewise.rest = bytes.charsFrom(bytewise.rest.start());
        return bytewise;
    }

    List<Flag> flags() {
        return flags;
    }

    /** What follows the flags. */
    LogicalLine rest() {
        return rest;
    }

    /** Whether it could be done; without {@code bytewise}, only lines without other chars than ASCII in their flags can. */
    private boolean scan(boolean bytewise) {
        while (true) {
            while (pos < line.end() && isSpace(line.at(pos), bytewise)) {
                pos++;
            }
            if (pos == line.end()) {
                return true;
            }
            if (line.at(pos) != '-' || pos + 1 == line.end() || line.at(pos + 1) != '-') {
                rest = line.part(pos, line.end());
                return true;
            }
            boolean quoted = false;
            word.setLength(0);
            wordStart = pos;
            equalsSign = -1;
            while (pos < line.end() && !isSpace(line.at(pos), bytewise)) {
                char c = line.at(pos);
                if (c == '\'' || c == '"') {
                    quoted = true;
                    pos++;
                    inQuotes(c);
                } else {
                    unescaped();
                }
            }
            if (!bytewise && line.hasNonAscii(wordStart, pos)) {
                return false;
            }
            if (word.length() == 2 && word.indexOf("--") == 0) {
                rest = line.part(pos, line.end());
                return true;
            }
            if (quoted || !word.isEmpty()) {
                flags.add(flag());
            }
        }
    }

    /** Reads up to the closing quote or, where there is none, to the end. */
    private void inQuotes(char quote) {
        while (pos < line.end()) {
            if (line.at(pos) == quote) {
                pos++;
                return;
            }
            unescaped();
        }
    }

    /** Takes over one char, or the one behind an escape; an escape at the very end is dropped. */
    private void unescaped() {
        if (line.at(pos) == escape && ++pos == line.end()) {
            return;
        }
        char c = line.at(pos);
        if (c == '=' && equalsSign < 0) {
            equalsSign = pos;
        }
        word.append(c);
        pos++;
    }

    private Flag flag() {
        int equals = word.indexOf("=");
        SourceRange range = line.range(wordStart, pos);
        if (equals < 0) {
            return new Flag(word.substring(2), null, range);
        }
        Word value = new Word(word.substring(equals + 1), line.range(equalsSign + 1, pos));
        return new Flag(word.substring(2, equals), value, range);
    }

    private static boolean isSpace(char c, boolean bytewise) {
        if (c < 0x80 || bytewise) {
            return WhiteSpace.isSpace(c);
        }
        return WhiteSpace.isSpaceByte(c);
    }
}
