package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of comma-separated fields, of which some may be in double quotes, as {@code tonistiigi/go-csvvalue} reads it. */
final class CsvLine {
    private CsvLine() {}

    /** The fields, or null if the line is empty or its quotes are wrong. */
    static @Nullable List<String> fields(String text) {
        String line = withoutLineFeed(text);
        if (line.isEmpty()) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        int pos = 0;
        while (true) {
            boolean quoted = pos < line.length() && line.charAt(pos) == '"';
            int end = quoted ? endOfQuoted(line, pos) : endOfBare(line, pos);
            if (end < 0) {
                return null;
            }
            fields.add(quoted ? line.substring(pos + 1, end - 1).replace("\"\"", "\"") : line.substring(pos, end));
            if (end == line.length()) {
                return fields;
            }
            pos = end + 1;
        }
    }

    private static String withoutLineFeed(String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }

    private static int endOfBare(String line, int start) {
        int comma = line.indexOf(',', start);
        int end = comma < 0 ? line.length() : comma;
        int quote = line.indexOf('"', start);
        return quote >= 0 && quote < end ? -1 : end;
    }

    /** The index behind the closing quote, where a comma or the end must be. */
    private static int endOfQuoted(String line, int start) {
        int quote = line.indexOf('"', start + 1);
        while (quote >= 0) {
            int next = quote + 1;
            if (next == line.length() || line.charAt(next) == ',') {
                return next;
            }
            if (line.charAt(next) != '"') {
                return -1;
            }
            quote = line.indexOf('"', next + 1);
        }
        return -1;
    }
}
