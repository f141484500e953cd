package dev.varve.cli.command;

/** Looks at a value of a flag. */
@FunctionalInterface
public interface Check {
    /** @throws IllegalArgumentException where it is no such value; the message says what is expected */
    void check(String value);
}
