package dev.varve.yaml;

import java.util.ArrayList;
import java.util.List;

/** A value and where it stands. The typed getters throw a {@link YamlException} that names both where the type is another. */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {
    /** Where the value begins. */
    YamlPosition at();

    /** What it is, for messages: {@code a list}. */
    String kind();

    /** Whether it is null: nothing, {@code ~} or {@code null}. */
    default boolean isNull() {
        return false;
    }

    /** The mapping that this is. */
    default YamlMapping mapping() throws YamlException {
        throw unlike("a mapping");
    }

    /** The items of the list that this is. */
    default List<YamlNode> list() throws YamlException {
        throw unlike("a list");
    }

    /** The text that this is. A plain number or boolean is the text that was written. */
    default String text() throws YamlException {
        throw unlike("a text");
    }

    /** The whole number that this is, in decimal digits and unquoted. */
    default int integer() throws YamlException {
        throw unlike("a whole number");
    }

    /** The boolean that this is: unquoted {@code true} or {@code false}. */
    default boolean bool() throws YamlException {
        throw unlike("true or false");
    }

    /** The texts of the list that this is. */
    default List<String> texts() throws YamlException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list()) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    /** What to throw where something else was expected here. */
    default YamlException unlike(String expected) {
        return at().error("expected " + expected + ", found " + kind());
    }
}
