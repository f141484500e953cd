package dev.varve.dockerfile;

/**
 * A key and its value in ENV or LABEL, both unexpanded.
 *
 * @param key the name
 * @param value what it is set to
 * @param legacy whether it is written {@code KEY value} instead of {@code KEY=value}
 */
public record Assignment(Word key, Word value, boolean legacy) {}
