package dev.varve.yaml;

import java.util.Collection;
import java.util.Locale;

/** What the writer of an unknown key may have meant. */
final class NearestKey {
    private static final int FURTHEST = 3;
    private static final int LONGEST = 60;

    private NearestKey() {}

    /** {@code ; did you mean 'x'?}, or what the known keys are where none is near. */
    static String to(String key, Collection<String> known) {
        String nearest = "";
        int least = FURTHEST + 1;
        for (String option : known) {
            int distance = distance(key.toLowerCase(Locale.ROOT), option.toLowerCase(Locale.ROOT));
            if (distance < least && 2 * distance <= option.length()) {
                least = distance;
                nearest = option;
            }
        }
        return nearest.isEmpty() ? "; known are " + String.join(", ", known) : "; did you mean '" + nearest + "'?";
    }

    /** How many characters to insert, delete or replace. */
    private static int distance(String from, String to) {
        if (from.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
