package dev.varve.structure;

import dev.varve.image.ContainerConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of an image and those that a file sets for all its tests. */
final class Environment {
    private final Map<String, String> added;
    private final Map<String, String> known;

    Environment(ContainerConfig image, StructureFile file) {
        known = image.environment();
        added = file.isOld() ? Map.of() : expanded(file.globalEnv());
        known.putAll(added);
    }

    /** What the file sets. */
    Map<String, String> added() {
        return added;
    }

    /** All of them. */
    Map<String, String> known() {
        return Collections.unmodifiableMap(known);
    }

    /** Values with the variables in them replaced by what is known so far. */
    Map<String, String> expanded(List<Pair> pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        pairs.forEach(pair -> values.put(pair.key(), Expansion.of(pair.value(), known)));
        return values;
    }

    /** From now on these are known too. */
    void add(Map<String, String> variables) {
        known.putAll(variables);
    }
}
