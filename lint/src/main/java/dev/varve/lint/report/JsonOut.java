package dev.varve.lint.report;

import dev.varve.json.JsonStream;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/** Writes one JSON document. */
final class JsonOut implements AutoCloseable {
    private final JsonStream json;

    JsonOut(Writer out) {
        json = new JsonStream(out);
    }

    JsonOut object(Runnable members) {
        json.object(members);
        return this;
    }

    JsonOut object(String name, Runnable members) {
        json.name(name);
        return object(members);
    }

    <T> JsonOut array(List<T> items, Consumer<T> item) {
        json.list(items, item);
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
        json.value(value);
        return this;
    }

    JsonOut member(String name, boolean value) {
        json.name(name);
        json.value(value);
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
        json.value(value);
        return this;
    }

    void string(String value) {
        json.value(value);
    }

    @Override
    public void close() {
        json.flush();
    }
}
