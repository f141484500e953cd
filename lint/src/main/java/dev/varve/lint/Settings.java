package dev.varve.lint;

import dev.varve.plan.CacheModel;
import java.util.List;
import java.util.Map;

/**
 * What users configure for rules.
 *
 * @param model whose layer cache the builds meet
 * @param trustedRegistries registries that base images may come from; none: any
 * @param labelSchema labels that images must have, and of which kind each value is
 * @param strictLabels whether there may be no other labels than those of the schema
 */
public record Settings(
        CacheModel model, List<String> trustedRegistries, Map<String, LabelKind> labelSchema, boolean strictLabels) {
    public Settings {
        trustedRegistries = List.copyOf(trustedRegistries);
        labelSchema = Map.copyOf(labelSchema);
    }

    /** BuildKit's cache, nothing demanded. */
    public static Settings defaults() {
        return new Settings(CacheModel.BUILDKIT, List.of(), Map.of(), false);
    }
}
