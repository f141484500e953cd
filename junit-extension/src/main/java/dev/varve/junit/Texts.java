package dev.varve.junit;

import java.util.stream.Collectors;

/** How messages show what was printed. */
final class Texts {
    private static final int MOST_LINES = 50;

    private Texts() {}

    /** The last lines of this, each with two blanks before it. */
    static String indented(String text) {
        if (text.isBlank()) {
            return "  (nothing)";
        }
        long lines = text.lines().count();
        String shown = text.lines()
                .skip(Math.max(0, lines - MOST_LINES))
                .map(line -> ("  " + line).stripTrailing())
                .collect(Collectors.joining("\n"));
        return lines > MOST_LINES ? "  … (" + (lines - MOST_LINES) + " lines before)\n" + shown : shown;
    }
}
