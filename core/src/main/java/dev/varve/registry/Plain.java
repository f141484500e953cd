package dev.varve.registry;

/** Text from outside, made fit for a message: one line, bounded, without control characters. */
final class Plain {
    private static final int LONGEST = 300;

    private Plain() {}

    static String text(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
