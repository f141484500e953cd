package dev.varve.lint.report;

import dev.varve.json.JsonWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes one JSON document. */
final class JsonOut {
    private final JsonWriter json;

    JsonOut(Writer out) {
        json = new JsonWriter(out);
    }

    JsonOut object(Runnable members) {
        json.startObject();
        members.run();
        json.endObject();
        return this;
    }

    JsonOut object(String name, Runnable members) {
        json.name(name);
        return object(members);
    }

    <T> JsonOut array(List<T> items, Consumer<T> item) {
        json.startList();
        items.forEach(item);
        json.endList();
        return this;
    }

    <T> JsonOut array(String name, List<T> items, Consumer<T> item) {
        json.name(name);
        return array(items, item);
    }

    JsonOut member(String name, String value) {
        json.name(name);
        string(value);
        return this;
    }

    JsonOut member(String name, long value) {
        json.name(name);
        json.number(value);
        return this;
    }

    JsonOut member(String name, boolean value) {
        json.name(name);
        json.truth(value);
        return this;
    }

    JsonOut member(String name, Place place) {
        return object(name, () -> lines(place, "startLine", "startColumn"));
    }

    JsonOut lines(Place place, String line, String column) {
        return member(line, place.line())
                .member(column, place.column())
                .member("endLine", place.endLine())
                .member("endColumn", place.endColumn());
    }

    /** A number, a text, a boolean, or a list or map of such. */
    JsonOut any(String name, Object value) {
        json.name(name);
        any(value);
        return this;
    }

    private void any(Object value) {
        if (value instanceof Map<?, ?> map) {
            json.startObject();
            map.forEach((key, member) -> any(key.toString(), member));
            json.endObject();
        } else if (value instanceof Iterable<?> list) {
            json.startList();
            list.forEach(this::any);
            json.endList();
        } else if (value instanceof Integer || value instanceof Long) {
            json.number(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.number(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            json.truth(flag);
        } else {
            string(value.toString());
        }
    }

    void string(String value) {
        json.text(value);
    }
}
