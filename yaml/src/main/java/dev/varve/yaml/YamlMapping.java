package dev.varve.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A mapping. A key whose value is null counts as absent, except among the {@link #entries}.
 *
 * @param entries by the text of their keys, in the order of the file
 */
public record YamlMapping(YamlPosition at, Map<String, Entry> entries) implements YamlNode {
    /** A mapping of copied entries. */
    public YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** A key, which stands somewhere too, and its value. */
    public record Entry(YamlScalar key, YamlNode value) {}

    /** The value of a key that has to be there. */
    public YamlNode require(String key) throws YamlException {
        return optional(key).orElseThrow(() -> missing(key));
    }

    /** The value of a key, or empty. */
    public Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value).filter(value -> !value.isNull());
    }

    /** The text of a key, or empty. */
    public Optional<String> text(String key) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? Optional.of(value.get().text()) : Optional.empty();
    }

    /** The whole number of a key, or empty. */
    public OptionalInt integer(String key) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? OptionalInt.of(value.get().integer()) : OptionalInt.empty();
    }

    /** The boolean of a key, or what it is otherwise. */
    public boolean bool(String key, boolean otherwise) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? value.get().bool() : otherwise;
    }

    /** The list of a key, or an empty one. */
    public List<YamlNode> list(String key) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? value.get().list() : List.of();
    }

    /** The list of texts of a key, or an empty one. */
    public List<String> texts(String key) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? value.get().texts() : List.of();
    }

    /** The mapping of a key, or empty. */
    public Optional<YamlMapping> mapping(String key) throws YamlException {
        Optional<YamlNode> value = optional(key);
        return value.isPresent() ? Optional.of(value.get().mapping()) : Optional.empty();
    }

    /** Refuses a key that is not among the known ones, and says which is nearest. */
    public void onlyKeys(String... known) throws YamlException {
        List<String> keys = List.of(known);
        for (Entry entry : entries.values()) {
            if (!keys.contains(entry.key().text())) {
                throw entry.key()
                        .at()
                        .error("unknown key '" + entry.key().text() + "'"
                                + NearestKey.to(entry.key().text(), keys));
            }
        }
    }

    @Override
    public YamlMapping mapping() {
        return this;
    }

    @Override
    public String kind() {
        return "a mapping";
    }

    private YamlException missing(String key) {
        Entry entry = entries.get(key);
        return entry == null
                ? at.error("expected the key '" + key + "'")
                : entry.value().at().error("expected a value for '" + key + "', found nothing");
    }
}
