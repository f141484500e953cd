package dev.varve.lint.report;

import java.util.function.IntPredicate;

/** Text from outside, which may be made to deceive, where not every character may stand. */
public final class Characters {
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /**
     * With the replacement character for what is no character, what a terminal would obey, and what turns the direction of
     * the text around it; lines and tabs stay.
     */
    public static String visible(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isVisible(text.codePointAt(i))) {
                return replaced(text, Characters::isVisible);
            }
        }
        return text;
    }

    private static boolean isVisible(int point) {
        if (point == '\t' || point == '\n') {
            return true;
        }
        boolean turning = point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
        return !isSurrogate(point) && !turning && !Character.isISOControl(point) && (point & 0xFFFE) != 0xFFFE;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static String replaced(String text, IntPredicate kept) {
        int[] points = text.codePoints()
                .map(point -> kept.test(point) ? point : REPLACEMENT)
                .toArray();
        return new String(points, 0, points.length);
    }

    /** With the replacement character for each lone surrogate, which stands for a byte that is not UTF-8. */
    static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return replaced(text, point -> !isSurrogate(point));
            }
        }
        return text;
    }

    /** The same for XML 1.0, which has no control characters either. */
    static String xml(String text) {
        return replaced(text, Characters::isXml);
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    /** On one line and without what a terminal would obey. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(text.length());
        printable(text).codePoints().forEach(point -> {
            boolean control = Character.isISOControl(point) && point != '\t';
            out.appendCodePoint(control ? (point == '\n' ? ' ' : REPLACEMENT) : point);
        });
        return out.toString();
    }
}
