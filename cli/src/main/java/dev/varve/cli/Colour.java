package dev.varve.cli;

import dev.varve.plan.Status;

/** Colours, where standard output is a terminal that has them and nobody asked for none. */
final class Colour {
    private Colour() {}

    /** The launcher says whether there is a terminal: newer JDKs cannot tell. */
    static boolean isOn() {
        String none = System.getenv("NO_COLOR");
        return Boolean.getBoolean("varve.terminal")
                && (none == null || none.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
    }

    static String of(Status status, String text) {
        return switch (status) {
            case HIT -> paint("32", text);
            case MISS -> paint("31", text);
            case UNKNOWN -> paint("33", text);
        };
    }

    static String faint(String text) {
        return paint("2", text);
    }

    private static String paint(String code, String text) {
        return isOn() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
