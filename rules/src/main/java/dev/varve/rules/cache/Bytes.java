package dev.varve.rules.cache;

import java.util.Locale;

/** Sizes for people. */
final class Bytes {
    private Bytes() {}

    static String text(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1 << 20
                ? bytes / 1024 + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }
}
