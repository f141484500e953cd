package dev.varve.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values to text and back. */
final class JsonText {
    private static final int DEEPEST = 100;

    /** What a quick decoder puts for bytes that are no UTF-8, and a text may hold as well. */
    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    static @Nullable Object read(byte[] utf8) throws JsonException {
        JsonReader reader = new JsonReader(new StringReader(decoded(utf8)));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            Object value = value(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("something follows the JSON document");
            }
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (EOFException e) {
            throw new JsonException("no JSON: the text is empty or ends too early");
        } catch (IOException | NumberFormatException e) {
            throw new JsonException("no JSON, or nested too deep, at " + reader.getPath());
        }
    }

    private static String decoded(byte[] utf8) throws JsonException {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("no JSON: the text is not UTF-8");
        }
    }

    private static @Nullable Object value(JsonReader reader) throws JsonException, IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> list(reader);
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            case NUMBER -> number(reader.nextString());
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
                throw new JsonException("no JSON: unexpected " + reader.peek());
        };
    }

    /** The reader takes none of more than a thousand characters. */
    private static Object number(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && (c < '0' || c > '9')) {
                return new BigDecimal(text);
            }
        }
        return Long.parseLong(text);
    }

    private static JsonObject object(JsonReader reader) throws JsonException, IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (members.containsKey(name)) {
                throw new JsonException("no JSON that is read here: '" + name + "' comes twice at " + reader.getPath());
            }
            members.put(name, value(reader));
        }
        reader.endObject();
        return new JsonObject(members);
    }

    private static List<@Nullable Object> list(JsonReader reader) throws JsonException, IOException {
        List<@Nullable Object> items = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            items.add(value(reader));
        }
        reader.endArray();
        return items;
    }

    static byte[] write(Object document) {
        StringWriter out = new StringWriter();
        JsonStream json = new JsonStream(out);
        json.value(document);
        json.flush();
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
