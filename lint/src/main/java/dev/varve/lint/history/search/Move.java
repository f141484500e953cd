package dev.varve.lint.history.search;

/**
 * A change that may save something.
 *
 * @param description what it does, for a person
 * @param safe whether the image stays the same, as far as can be told without building it
 * @param dockerfile the new text
 */
record Move(String rule, String description, boolean safe, String dockerfile) {}
