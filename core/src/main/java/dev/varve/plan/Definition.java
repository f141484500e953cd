package dev.varve.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an operation's fields so that two texts are equal only where every field is. */
final class Definition {
    private final StringBuilder text = new StringBuilder();

    Definition(String kind) {
        add(kind);
    }

    Definition add(@Nullable String field) {
        if (field == null) {
            text.append('-');
        } else {
            text.append(field.length()).append(':').append(field);
        }
        return this;
    }

    Definition add(long field) {
        return add(Long.toString(field));
    }

    Definition add(boolean field) {
        return add(field ? "y" : "n");
    }

    Definition add(List<String> fields) {
        text.append('[').append(fields.size());
        fields.forEach(this::add);
        text.append(']');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
