package dev.varve.dockerfile;

import java.util.Collection;

/** What the user may have meant. */
final class Suggestion {
    /** From here on words are too different, as in BuildKit. */
    private static final int TOO_FAR = 3;

    private Suggestion() {}

    /** The nearest option as {@code ", did you mean X?"}, or an empty string if none is near. */
    static String of(String word, Collection<String> options, String prefix) {
        String nearest = "";
        int least = TOO_FAR;
        for (String option : options) {
            int distance = distance(word, option);
            if (distance < least) {
                least = distance;
                nearest = option;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean " + prefix + nearest + "?";
    }

    /** The Levenshtein distance, or {@link #TOO_FAR} where the lengths alone say so. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) >= TOO_FAR) {
            return TOO_FAR;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
