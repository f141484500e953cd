package dev.varve.plan;

import dev.varve.context.BuildContext;
import java.util.Map;
import java.util.Optional;

/**
 * The build contexts of one build.
 *
 * @param main what COPY without {@code --from} copies from
 * @param named those of {@code --build-context} that are folders, by name
 */
public record Contexts(BuildContext main, Map<String, BuildContext> named) {
    public Contexts {
        named = Map.copyOf(named);
    }

    public static Contexts of(BuildContext main) {
        return new Contexts(main, Map.of());
    }

    Optional<BuildContext> find(Source.Context source) {
        return source.equals(Source.Context.MAIN) ? Optional.of(main) : Optional.ofNullable(named.get(source.name()));
    }
}
