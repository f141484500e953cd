package dev.varve.cli.container;

/** A whole number as the value of a flag. */
final class WholeNumber {
    private WholeNumber() {}

    /** @throws IllegalArgumentException where it is none */
    static int parse(String text) {
        if (!text.matches("[+-]?[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a whole number");
        }
        return Integer.parseInt(text);
    }
}
