package dev.varve.yaml;

import java.util.List;

/** A list. */
public record YamlSequence(YamlPosition at, List<YamlNode> items) implements YamlNode {
    /** A list of copied items. */
    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public List<YamlNode> list() {
        return items;
    }

    @Override
    public String kind() {
        return "a list";
    }
}
