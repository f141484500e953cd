package dev.varve.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members keep their order. Values are {@code null}, {@link String}, {@link Boolean}, {@link Long},
 * {@link java.math.BigDecimal}, {@link List} and {@link JsonObject}. Immutable. A member that is {@code null} is to its
 * reader as one that is not there.
 */
public final class JsonObject {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, @Nullable Object> members;

    /** Of a map that nobody changes any more. */
    JsonObject(Map<String, ? extends @Nullable Object> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * Reads one document that is an object.
     *
     * @throws JsonException where it is none, a name comes twice in an object, or it is nested unreasonably deep
     */
    public static JsonObject parse(byte[] utf8) throws JsonException {
        if (JsonText.read(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("expected a JSON object");
    }

    /**
     * Reads one document that is a list of objects.
     *
     * @throws JsonException where it is none, a name comes twice in an object, or it is nested unreasonably deep
     */
    public static List<JsonObject> parseList(byte[] utf8) throws JsonException {
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("document", JsonText.read(utf8));
        if (list.get("document") == null) {
            throw new JsonException("expected a JSON list");
        }
        return new JsonObject(list).objects("document");
    }

    public static JsonObject of(Map<String, ? extends @Nullable Object> members) {
        return new JsonObject(new LinkedHashMap<>(members));
    }

    /** The same with this member added or replaced; {@code null}, an empty Optional and nothing else leave it as it is. */
    public JsonObject with(String name, @Nullable Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain == null) {
            return this;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
        changed.put(name, plain);
        return new JsonObject(changed);
    }

    /** As {@link #with}, but text, lists and objects that are empty are left out too. */
    public JsonObject withUnlessEmpty(String name, @Nullable Object value) {
        boolean empty = (value instanceof String text && text.isEmpty())
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof JsonObject object && object.members.isEmpty());
        return empty ? this : with(name, value);
    }

    public Map<String, @Nullable Object> members() {
        return members;
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    /** @throws JsonException where the member is missing or no text */
    public String text(String name) throws JsonException {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    /** @throws JsonException where the member is no text */
    public Optional<String> optionalText(String name) throws JsonException {
        return Optional.ofNullable(value(name, String.class, "a text"));
    }

    /** @throws JsonException where the member is missing or no whole number */
    public long number(String name) throws JsonException {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    /** @throws JsonException where the member is no whole number */
    public Optional<Long> optionalNumber(String name) throws JsonException {
        return Optional.ofNullable(value(name, Long.class, "a whole number"));
    }

    /** @throws JsonException where the member is neither true nor false; false where it is missing */
    public boolean isTrue(String name) throws JsonException {
        return Boolean.TRUE.equals(value(name, Boolean.class, "true or false"));
    }

    /** @throws JsonException where the member is missing or no time (RFC 3339) */
    public Instant time(String name) throws JsonException {
        return optionalTime(name).orElseThrow(() -> missing(name));
    }

    /** @throws JsonException where the member is no time (RFC 3339) */
    public Optional<Instant> optionalTime(String name) throws JsonException {
        Optional<String> text = optionalText(name);
        try {
            return text.map(Rfc3339::parse);
        } catch (DateTimeException e) {
            throw new JsonException("'" + name + "' is no time: " + text.orElse(""));
        }
    }

    /** @throws JsonException where the member is missing or no object */
    public JsonObject object(String name) throws JsonException {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    /** @throws JsonException where the member is no object */
    public Optional<JsonObject> optionalObject(String name) throws JsonException {
        return Optional.ofNullable(value(name, JsonObject.class, "an object"));
    }

    /**
     * The texts of a list; empty where the member is missing.
     *
     * @throws JsonException where it is no list of texts
     */
    public List<String> texts(String name) throws JsonException {
        return items(name, String.class, "a list of texts");
    }

    /**
     * The objects of a list; empty where the member is missing.
     *
     * @throws JsonException where it is no list of objects
     */
    public List<JsonObject> objects(String name) throws JsonException {
        return items(name, JsonObject.class, "a list of objects");
    }

    /**
     * The members of an object whose values are texts, in their order; empty where the member is missing.
     *
     * @throws JsonException where it is no such object
     */
    public Map<String, String> textMap(String name) throws JsonException {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonObject object = optionalObject(name).orElse(EMPTY);
        for (String key : object.members.keySet()) {
            texts.put(key, object.text(key));
        }
        return texts;
    }

    private <T> List<T> items(String name, Class<T> type, String expected) throws JsonException {
        List<?> list = value(name, List.class, expected);
        List<T> items = new ArrayList<>();
        for (Object item : list == null ? List.of() : list) {
            if (!type.isInstance(item)) {
                throw new JsonException("'" + name + "' is not " + expected);
            }
            items.add(type.cast(item));
        }
        return items;
    }

    private <T> @Nullable T value(String name, Class<T> type, String expected) throws JsonException {
        Object value = members.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new JsonException("'" + name + "' is not " + expected);
        }
        return value == null ? null : type.cast(value);
    }

    private static JsonException missing(String name) {
        return new JsonException("'" + name + "' is missing");
    }

    /** The document in UTF-8, without white space. */
    public byte[] toBytes() {
        return JsonText.write(this);
    }

    /** A list of objects as a document in UTF-8, without white space. */
    public static byte[] toBytes(List<JsonObject> list) {
        return JsonText.write(list);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return new String(toBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
