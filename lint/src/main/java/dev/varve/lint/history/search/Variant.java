package dev.varve.lint.history.search;

import java.util.Optional;

/**
 * A change that somebody offers: what would the same history have cost with it?
 *
 * @param rule the id of the rule that offers it, or of the search that found it
 * @param description what it does, for a person
 * @param safe whether the image stays the same, as far as can be told without building it
 * @param dockerfile the new text; empty where it stays as it is
 * @param ignore the new text of the ignore file; empty where it stays as it is
 */
public record Variant(
        String rule, String description, boolean safe, Optional<String> dockerfile, Optional<String> ignore) {

    /** One that changes the Dockerfile alone. */
    public static Variant ofDockerfile(String rule, String description, boolean safe, String text) {
        return new Variant(rule, description, safe, Optional.of(text), Optional.empty());
    }

    /** One that changes the ignore file alone. */
    public static Variant ofIgnoreFile(String rule, String description, boolean safe, String text) {
        return new Variant(rule, description, safe, Optional.empty(), Optional.of(text));
    }
}
