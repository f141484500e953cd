package dev.varve.cli.console;

/** Colours, where standard output is a terminal that has them and nobody asked for none. */
public final class Colour {
    private Colour() {}

    static boolean isOn() {
        return Terminal.ofThisProcess().out() && isWanted();
    }

    /** Whether nobody asked for none, of a stream that is a terminal. */
    public static boolean isWanted() {
        String none = System.getenv("NO_COLOR");
        return (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    public static String green(String text) {
        return paint("32", text);
    }

    public static String red(String text) {
        return paint("31", text);
    }

    public static String yellow(String text) {
        return paint("33", text);
    }

    public static String faint(String text) {
        return paint("2", text);
    }

    private static String paint(String code, String text) {
        return isOn() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
