package dev.varve.cli.console;

import dev.varve.json.JsonStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document on one line. */
public final class Json implements AutoCloseable {
    private final Writer out;
    private final JsonStream json;

    public Json(Writer out) {
        this.out = out;
        this.json = new JsonStream(out);
    }

    public Json object(Runnable members) {
        json.object(members);
        return this;
    }

    public Json name(String name) {
        json.name(name);
        return this;
    }

    public <T> Json array(String name, List<T> items, Consumer<T> item) {
        json.name(name);
        json.list(items, item);
        return this;
    }

    public Json member(String name, @Nullable String value) {
        json.name(name);
        json.value(value);
        return this;
    }

    public Json member(String name, int value) {
        json.name(name);
        json.value(value);
        return this;
    }

    public Json member(String name, boolean value) {
        json.name(name);
        json.value(value);
        return this;
    }

    public void string(String value) {
        json.value(value);
    }

    @Override
    public void close() {
        json.flush();
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
