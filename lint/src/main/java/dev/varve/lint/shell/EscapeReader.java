package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;

/** Reads {@code $'…'}, in which bash resolves the escapes of C. */
final class EscapeReader {
    private static final String LETTERS = "abeEfnrtv";
    private static final String MEANINGS = "\u0007\b\u001B\u001B\f\n\r\t\u000B";

    private final Cursor cursor;

    EscapeReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Part read() {
        int start = cursor.pos;
        cursor.pos += 2;
        MappedText.Builder text = new MappedText.Builder(cursor.source.offset(cursor.pos));
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            if (cursor.peek() == '\\' && cursor.pos + 1 < cursor.length()) {
                escape(text);
            } else {
                text.append(cursor.source, cursor.pos, cursor.pos + 1);
                cursor.pos++;
            }
        }
        if (cursor.atEnd()) {
            cursor.problem(start, "expected a closing '");
        } else {
            cursor.pos++;
        }
        return new Part.SingleQuoted(text.build(), cursor.source.range(start, cursor.pos));
    }

    private void escape(MappedText.Builder text) {
        int at = cursor.source.offset(cursor.pos);
        char c = cursor.at(cursor.pos + 1);
        cursor.pos += 2;
        int letter = LETTERS.indexOf(c);
        int behind = cursor.source.offset(cursor.pos);
        if (letter >= 0) {
            text.append(MEANINGS.charAt(letter), at).endingAt(behind);
        } else if (c == 'x' || c == 'u') {
            number(text, at, c == 'x' ? 2 : 4, 16);
        } else if (c >= '0' && c <= '7') {
            cursor.pos--;
            number(text, at, 3, 8);
        } else {
            text.append(c, at).endingAt(behind);
        }
    }

    private void number(MappedText.Builder text, int at, int digits, int radix) {
        int value = 0;
        for (int i = 0; i < digits && !cursor.atEnd(); i++) {
            int digit = cursor.peek() < 0x80 ? Character.digit(cursor.peek(), radix) : -1;
            if (digit < 0) {
                break;
            }
            value = value * radix + digit;
            cursor.pos++;
        }
        text.append((char) value, at).endingAt(cursor.source.offset(cursor.pos));
    }
}
