package dev.varve.dockerfile;

/** Expands the variables of one word into one string. */
@FunctionalInterface
public interface WordExpander {
    /** The expanded text of {@code word}. */
    String expand(String word) throws ExpansionException;
}
