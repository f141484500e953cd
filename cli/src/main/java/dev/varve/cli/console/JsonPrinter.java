package dev.varve.cli.console;

import dev.varve.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as JSON, on one line or indented by four spaces as docker does. */
public final class JsonPrinter {
    private final boolean indented;
    private final StringBuilder text = new StringBuilder();

    private JsonPrinter(boolean indented) {
        this.indented = indented;
    }

    /** On one line. */
    public static String compact(@Nullable Object value) {
        return print(value, false);
    }

    /** Indented. */
    public static String pretty(@Nullable Object value) {
        return print(value, true);
    }

    private static String print(@Nullable Object value, boolean indented) {
        JsonPrinter printer = new JsonPrinter(indented);
        printer.value(value, 0);
        return printer.text.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof JsonObject object) {
            object(object, depth);
        } else if (value instanceof List<?> list) {
            list(list, depth);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void object(JsonObject object, int depth) {
        text.append('{');
        Iterator<? extends Map.Entry<String, ?>> members =
                object.members().entrySet().iterator();
        boolean any = members.hasNext();
        while (members.hasNext()) {
            Map.Entry<String, ?> member = members.next();
            line(depth + 1);
            string(member.getKey());
            text.append(indented ? ": " : ":");
            value(member.getValue(), depth + 1);
            text.append(members.hasNext() ? "," : "");
        }
        if (any) {
            line(depth);
        }
        text.append('}');
    }

    private void list(List<?> list, int depth) {
        text.append('[');
        Iterator<?> items = list.iterator();
        while (items.hasNext()) {
            line(depth + 1);
            value(items.next(), depth + 1);
            text.append(items.hasNext() ? "," : "");
        }
        if (!list.isEmpty()) {
            line(depth);
        }
        text.append(']');
    }

    private void line(int depth) {
        if (indented) {
            text.append('\n').append("    ".repeat(depth));
        }
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(printable(value, i)));
            }
        }
        text.append('"');
    }

    /** Half a surrogate pair is no character. */
    private static char printable(String value, int index) {
        char c = value.charAt(index);
        boolean pair = Character.isHighSurrogate(c)
                ? index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1))
                : !Character.isLowSurrogate(c) || (index > 0 && Character.isHighSurrogate(value.charAt(index - 1)));
        return pair ? c : '\uFFFD';
    }
}
