package dev.varve.dockerfile;

/** The two notions of white space in BuildKit's parser. */
final class WhiteSpace {
    private WhiteSpace() {}

    /** What Go's {@code unicode.IsSpace} takes for white space; Java's own methods differ on no-break spaces and NEL. */
    static boolean isSpace(int c) {
        if (c < 0x80) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return switch (c) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }

    /** White space to code that takes bytes for characters, when it meets a byte that is not UTF-8. */
    static boolean isSpaceByte(char c) {
        return c == Utf8.escapedByte(0x85) || c == Utf8.escapedByte(0xA0);
    }

    /** Go's {@code strings.TrimSpace}. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What separates words: a line feed cannot be inside a line, and other Unicode spaces are part of words. */
    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\u000B' || c == '\f';
    }
}
