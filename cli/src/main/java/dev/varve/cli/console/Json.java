package dev.varve.cli.console;

import dev.varve.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document on one line. */
public final class Json implements AutoCloseable {
    private final Writer out;
    private final JsonWriter json;

    public Json(Writer out) {
        this.out = out;
        this.json = new JsonWriter(out);
    }

    public Json object(Runnable members) {
        json.startObject();
        members.run();
        json.endObject();
        return this;
    }

    public Json name(String name) {
        json.name(name);
        return this;
    }

    public <T> Json array(String name, List<T> items, Consumer<T> item) {
        json.name(name);
        json.startList();
        items.forEach(item);
        json.endList();
        return this;
    }

    public Json member(String name, @Nullable String value) {
        json.name(name);
        if (value == null) {
            json.nothing();
        } else {
            string(value);
        }
        return this;
    }

    public Json member(String name, int value) {
        json.name(name);
        json.number(value);
        return this;
    }

    public Json member(String name, boolean value) {
        json.name(name);
        json.truth(value);
        return this;
    }

    public void string(String value) {
        json.text(value);
    }

    @Override
    public void close() {
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
