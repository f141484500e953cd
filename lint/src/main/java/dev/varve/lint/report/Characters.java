package dev.varve.lint.report;

/** Text that is written where not every char may stand. */
final class Characters {
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /** With the replacement character for each lone surrogate, which stands for a byte that is not UTF-8. */
    static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return map(text);
            }
        }
        return text;
    }

    private static String map(String text) {
        int[] points = text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .toArray();
        return new String(points, 0, points.length);
    }

    /** The same for XML 1.0, which has no control characters either. */
    static String xml(String text) {
        int[] points = text.codePoints()
                .map(point -> isXml(point) ? point : REPLACEMENT)
                .toArray();
        return new String(points, 0, points.length);
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
