package dev.varve.dockerfile;

/** User text as messages show it: on one line, not too long, and without chars that would act on a terminal. */
final class Quoted {
    private static final int MAX_CHARS = 60;

    private Quoted() {}

    static String excerpt(String text) {
        StringBuilder out = new StringBuilder().append('"');
        int end = Math.min(text.length(), MAX_CHARS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isHarmless(text, i)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.append(end < text.length() ? "…\"" : "\"").toString();
    }

    private static boolean isHarmless(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)) && i + 1 < MAX_CHARS;
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
