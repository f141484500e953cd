package dev.varve.lint.report;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes one JSON document. */
final class JsonOut implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    JsonOut(Writer out) {
        json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    JsonOut object(Runnable members) {
        json.writeStartObject();
        members.run();
        json.writeEndObject();
        return this;
    }

    JsonOut object(String name, Runnable members) {
        json.writeName(name);
        return object(members);
    }

    <T> JsonOut array(List<T> items, Consumer<T> item) {
        json.writeStartArray();
        items.forEach(item);
        json.writeEndArray();
        return this;
    }

    <T> JsonOut array(String name, List<T> items, Consumer<T> item) {
        json.writeName(name);
        return array(items, item);
    }

    JsonOut member(String name, String value) {
        json.writeName(name);
        string(value);
        return this;
    }

    JsonOut member(String name, long value) {
        json.writeName(name);
        json.writeNumber(value);
        return this;
    }

    JsonOut member(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
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
        json.writeName(name);
        any(value);
        return this;
    }

    private void any(Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, member) -> any(key.toString(), member));
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            list.forEach(this::any);
            json.writeEndArray();
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.doubleValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            string(value.toString());
        }
    }

    /** A byte that is not UTF-8 is a lone surrogate in a Dockerfile's text, and that is no character. */
    void string(String value) {
        json.writeString(Characters.printable(value));
    }

    @Override
    public void close() {
        json.close();
    }
}
