package dev.varve.cli.report;

/** Text that Markdown leaves as it is, also in the cell of a table. */
final class Markdown {
    private static final int LONGEST = 80;

    private Markdown() {}

    /** As code, on one line and cut where it is long. */
    static String code(String text) {
        String line = text.replaceAll("\\s+", " ");
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
        String fence = "`".repeat(longestFence(shown) + 1);
        String padded = shown.startsWith("`") || shown.endsWith("`") ? " " + shown + " " : shown;
        return fence + padded.replace("|", "\\|") + fence;
    }

    /** How many backquotes stand in a row in it, at most. */
    static int longestFence(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    static String escaped(String text) {
        return html(text).replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1");
    }

    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
