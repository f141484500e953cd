package dev.varve.cli.console;

/** Text from outside, such as a Dockerfile's or an image's, as it may be shown on a terminal. */
public final class Visible {
    private static final char REPLACEMENT = '\uFFFD';

    private Visible() {}

    /** With the replacement character for what a terminal would obey, or would read backwards; lines and tabs stay. */
    public static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isObeyed(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (isObeyed(shown.charAt(i))) {
                shown.setCharAt(i, REPLACEMENT);
            }
        }
        return shown.toString();
    }

    private static boolean isObeyed(char c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean turning = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return control || turning;
    }
}
