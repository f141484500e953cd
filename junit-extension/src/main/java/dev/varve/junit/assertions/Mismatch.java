package dev.varve.junit.assertions;

import java.util.List;

/**
 * Why an assertion does not hold.
 *
 * @param expected what should be
 * @param found what is
 * @param next what a person can do about it; empty where that is plain
 */
record Mismatch(String expected, String found, String next) {
    private static final int MOST_LINES = 20;
    private static final String INDENT = "\n          ";

    static Mismatch of(String expected, String found) {
        return new Mismatch(expected, found, "");
    }

    /** Lines one below the other, not too many of them. */
    static String lines(List<String> lines) {
        if (lines.isEmpty()) {
            return "nothing";
        }
        String shown = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size())));
        return lines.size() > MOST_LINES ? shown + "\n… and " + (lines.size() - MOST_LINES) + " more" : shown;
    }

    String about(String what) {
        return what + "\nexpected: " + indented(expected) + "\nfound:    " + indented(found)
                + (next.isEmpty() ? "" : "\nnext:     " + indented(next));
    }

    private static String indented(String text) {
        return text.replace("\n", INDENT);
    }
}
