package dev.varve.lint.history;

import dev.varve.lint.history.replay.Totals;

/**
 * A change of the Dockerfile or the ignore file, and what the same history would have cost with it.
 *
 * @param rule the id of the rule that offers it, or of the search that found it
 * @param description what it does, for a person
 * @param safe whether the image stays the same, as far as can be told without building it
 * @param diff a unified diff
 * @param totals what the replay with it comes to
 */
public record ReplayedVariant(String rule, String description, boolean safe, String diff, Totals totals) {}
