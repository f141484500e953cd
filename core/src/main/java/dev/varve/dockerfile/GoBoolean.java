package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/** Truth values as Go's {@code strconv.ParseBool} reads them. */
final class GoBoolean {
    private GoBoolean() {}

    /** The value, or null if it is none. */
    static @Nullable Boolean parse(String text) {
        return switch (text) {
            case "1", "t", "T", "true", "TRUE", "True" -> true;
            case "0", "f", "F", "false", "FALSE", "False" -> false;
            default -> null;
        };
    }
}
