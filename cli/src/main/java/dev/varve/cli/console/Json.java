package dev.varve.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes one JSON document on one line. */
public final class Json implements AutoCloseable {
    private final Writer out;
    private final JsonGenerator json;

    public Json(Writer out) {
        this.out = out;
        this.json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), out);
    }

    public Json object(Runnable members) {
        json.writeStartObject();
        members.run();
        json.writeEndObject();
        return this;
    }

    public Json name(String name) {
        json.writeName(name);
        return this;
    }

    public <T> Json array(String name, List<T> items, Consumer<T> item) {
        json.writeName(name);
        json.writeStartArray();
        items.forEach(item);
        json.writeEndArray();
        return this;
    }

    public Json member(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            string(value);
        }
        return this;
    }

    public Json member(String name, int value) {
        json.writeName(name);
        json.writeNumber(value);
        return this;
    }

    public Json member(String name, boolean value) {
        json.writeName(name);
        json.writeBoolean(value);
        return this;
    }

    public void string(String value) {
        json.writeString(printable(value));
    }

    /** A byte that is not UTF-8 is a lone surrogate in a Dockerfile's text, and that is no character. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] points = text.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .toArray();
                return new String(points, 0, points.length);
            }
        }
        return text;
    }

    @Override
    public void close() {
        json.close();
        try {
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
