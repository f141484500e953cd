package dev.varve.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON document piece by piece, without white space. Where it cannot be written, all that write throw
 * {@link UncheckedIOException}.
 */
public final class JsonStream {
    private static final int REPLACEMENT = 0xFFFD;

    private final Writer out;
    private final JsonWriter json;

    /** @param out is not closed */
    public JsonStream(Writer out) {
        this.out = out;
        this.json = new JsonWriter(out);
    }

    @FunctionalInterface
    private interface Piece {
        void write() throws IOException;
    }

    /** An object with the members that are written meanwhile. */
    public JsonStream object(Runnable members) {
        write(json::beginObject);
        members.run();
        write(json::endObject);
        return this;
    }

    /** A member that is an object. */
    public JsonStream object(String name, Runnable members) {
        name(name);
        return object(members);
    }

    /** A list with what is written for each item. */
    public <T> JsonStream list(Iterable<T> items, Consumer<? super T> item) {
        write(json::beginArray);
        items.forEach(item);
        write(json::endArray);
        return this;
    }

    /** A member that is a list. */
    public <T> JsonStream list(String name, Iterable<T> items, Consumer<? super T> item) {
        name(name);
        return list(items, item);
    }

    /** A member of a {@link #value}. */
    public JsonStream member(String name, @Nullable Object value) {
        name(name);
        value(value);
        return this;
    }

    private void name(String name) {
        write(() -> json.name(name));
    }

    /** Null, a truth value, a number, a {@link JsonObject}, a map or list of such; anything else as the text that it prints. */
    public void value(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            value(object.members());
        } else if (value instanceof Map<?, ?> map) {
            object(() -> map.forEach((key, member) -> member(key.toString(), member)));
        } else if (value instanceof Iterable<?> list) {
            list(list, this::value);
        } else {
            write(() -> scalar(value));
        }
    }

    private void scalar(@Nullable Object value) throws IOException {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean flag) {
            json.value(flag);
        } else if (value instanceof Integer || value instanceof Long || value instanceof BigDecimal) {
            json.value((Number) value);
        } else if (value instanceof Number number) {
            json.value(number.doubleValue());
        } else {
            json.value(printable(value.toString()));
        }
    }

    /** Half of a surrogate pair, as which a byte that is not UTF-8 stands in a Dockerfile's text, is no character. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    /** Ends the document, and the line that it is. */
    public void end() {
        flush();
        write(() -> out.write('\n'));
    }

    void flush() {
        write(json::flush);
    }

    private static void write(Piece piece) {
        try {
            piece.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
