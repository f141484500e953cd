package dev.varve.context;

import java.util.Comparator;

/** Orders paths so that a folder is followed by all it holds: by UTF-16 unit, with '/' before everything else. */
public enum PathOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return rank(x) - rank(y);
            }
        }
        return a.length() - b.length();
    }

    private static int rank(char c) {
        return c == '/' ? -1 : c;
    }
}
