package dev.varve.structure;

import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import dev.varve.yaml.YamlNode;
import dev.varve.yaml.YamlPosition;
import dev.varve.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The keys of a mapping with values as Go's decoders give them: what is null is an empty text. */
final class Fields {
    private static final Set<String> TRUE = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

    private final YamlMapping mapping;
    private final Notation notation;

    private Fields(YamlMapping mapping, Notation notation) {
        this.mapping = mapping;
        this.notation = notation;
    }

    /** Refuses a key that is none of the known ones. */
    static Fields of(YamlNode node, Notation notation, String... known) throws YamlException {
        YamlMapping mapping = notation == Notation.JSON ? inTheCaseOf(node.mapping(), known) : node.mapping();
        mapping.onlyKeys(known);
        return new Fields(mapping, notation);
    }

    private static YamlMapping inTheCaseOf(YamlMapping mapping, String... known) {
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries().values()) {
            YamlScalar given = entry.key();
            String key = List.of(known).stream()
                    .filter(given.text()::equalsIgnoreCase)
                    .findFirst()
                    .orElse(given.text());
            entries.put(key, new YamlMapping.Entry(new YamlScalar(given.at(), key, true), entry.value()));
        }
        return new YamlMapping(mapping.at(), entries);
    }

    Notation notation() {
        return notation;
    }

    YamlPosition at() {
        return mapping.at();
    }

    /** Where the value of a key is, or the mapping where there is none. */
    YamlPosition at(String key) {
        return mapping.optional(key).map(YamlNode::at).orElse(mapping.at());
    }

    Optional<YamlNode> node(String key) {
        return mapping.optional(key);
    }

    List<YamlNode> list(String key) throws YamlException {
        return mapping.list(key);
    }

    String text(String key) throws YamlException {
        Optional<YamlNode> value = mapping.optional(key);
        return value.isPresent() ? text(value.get()) : "";
    }

    private String text(YamlNode node) throws YamlException {
        if (node.isNull()) {
            return "";
        }
        if (notation == Notation.JSON && node instanceof YamlScalar scalar && !scalar.quoted()) {
            throw node.unlike("a text in quotes");
        }
        return node.text();
    }

    List<String> texts(String key) throws YamlException {
        Optional<YamlNode> value = mapping.optional(key);
        return value.isPresent() ? texts(value.get()) : List.of();
    }

    List<String> texts(YamlNode list) throws YamlException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.list()) {
            texts.add(text(item));
        }
        return texts;
    }

    Optional<List<String>> optionalTexts(String key) throws YamlException {
        Optional<YamlNode> value = mapping.optional(key);
        return value.isPresent() ? Optional.of(texts(value.get())) : Optional.empty();
    }

    boolean bool(String key, boolean inYaml) throws YamlException {
        Optional<YamlNode> value = mapping.optional(key);
        if (value.isEmpty()) {
            return notation == Notation.YAML && inYaml;
        }
        if (notation == Notation.YAML && value.get() instanceof YamlScalar scalar && !scalar.quoted()) {
            if (TRUE.contains(scalar.text()) || FALSE.contains(scalar.text())) {
                return TRUE.contains(scalar.text());
            }
        }
        return value.get().bool();
    }

    OptionalInt integer(String key) throws YamlException {
        return mapping.integer(key);
    }

    List<Pair> pairs(String key) throws YamlException {
        List<Pair> pairs = new ArrayList<>();
        for (YamlNode item : list(key)) {
            Fields fields = of(item, notation, "key", "value", "isRegex");
            pairs.add(new Pair(fields.text("key"), fields.text("value"), fields.bool("isRegex", false)));
        }
        return pairs;
    }
}
