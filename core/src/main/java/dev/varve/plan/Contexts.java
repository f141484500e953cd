package dev.varve.plan;

import dev.varve.context.BuildContext;
import java.util.Map;
import java.util.Optional;

/**
 * The build contexts of one build.
 *
 * @param byName each context under its name; that of the main one is empty
 */
public record Contexts(Map<String, BuildContext> byName) {
    public Contexts {
        byName = Map.copyOf(byName);
    }

    /** The main context alone. */
    public static Contexts of(BuildContext main) {
        return new Contexts(Map.of("", main));
    }

    Optional<BuildContext> find(Source.Context source) {
        return Optional.ofNullable(byName.get(source.name()));
    }
}
