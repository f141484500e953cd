package dev.varve.layer;

import java.util.Locale;

/** Numbers of bytes for people, in powers of 1000 as docker shows them. */
public final class Sizes {
    private Sizes() {}

    /** {@code 512 B}, {@code 1.5 MB}. */
    public static String of(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
