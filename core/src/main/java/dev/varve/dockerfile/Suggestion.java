package dev.varve.dockerfile;

import java.util.Collection;

/** What the user may have meant. */
public final class Suggestion {
    /** From here on words are too different, as in BuildKit. */
    private static final int TOO_FAR = 3;

    private Suggestion() {}

    /** The nearest option as {@code "; did you mean X?"}, or an empty string if none is near. */
    public static String of(String word, Collection<String> options, String prefix) {
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

    /**
     * How many chars to insert, delete, replace or swap with their neighbour make one word the other, or {@link #TOO_FAR}
     * where the lengths alone say so.
     */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) >= TOO_FAR) {
            return TOO_FAR;
        }
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    row[j] = i + j;
                    continue;
                }
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
