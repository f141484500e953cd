package dev.varve.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values to text. */
final class JsonText {
    private JsonText() {}

    static byte[] write(Object document) {
        StringBuilder out = new StringBuilder();
        value(new JsonWriter(out), document);
        return out.toString().getBytes(UTF_8);
    }

    private static void value(JsonWriter json, @Nullable Object value) {
        if (value == null) {
            json.nothing();
        } else if (value instanceof JsonObject object) {
            json.startObject();
            object.members().forEach((name, member) -> value(json.name(name), member));
            json.endObject();
        } else if (value instanceof List<?> list) {
            json.startList();
            list.forEach(item -> value(json, item));
            json.endList();
        } else if (value instanceof Boolean flag) {
            json.truth(flag);
        } else if (value instanceof BigDecimal number) {
            json.number(number);
        } else if (value instanceof Number number) {
            json.number(number.longValue());
        } else {
            json.text(value.toString());
        }
    }
}
