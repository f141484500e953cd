package dev.varve.cli.command;

import java.util.Collection;
import java.util.Comparator;

/** What somebody who mistyped a name may have meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code "; did you mean --tag?"}, or nothing where no name is near. */
    static String among(Collection<String> names, String typed, String prefix) {
        return names.stream()
                .filter(name -> distance(name, typed) <= Math.max(1, Math.min(2, typed.length() / 3)))
                .min(Comparator.comparingInt(name -> distance(name, typed)))
                .map(name -> "; did you mean " + prefix + name + "?")
                .orElse("");
    }

    /** How many letters are to be put in, left out, replaced or swapped with the next. */
    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cheapest(costs, a, b, i, j);
            }
        }
        return costs[a.length()][b.length()];
    }

    private static int cheapest(int[][] costs, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(costs[i - 1][j - 1] + same, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
    }
}
