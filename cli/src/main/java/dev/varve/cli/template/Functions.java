package dev.varve.cli.template;

import dev.varve.cli.console.JsonPrinter;
import dev.varve.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that templates may call: docker's own, and those of Go that are of use with them. */
final class Functions {
    private static final String KNOWN =
            "and, eq, index, join, json, len, lower, ne, not, or, print, println, split, title, truncate, upper";

    private Functions() {}

    static @Nullable Object call(String name, List<? extends @Nullable Object> given) {
        return switch (name) {
            case "json" -> JsonPrinter.compact(one(name, given));
            case "lower" -> text(name, given, 0).toLowerCase(Locale.ROOT);
            case "upper" -> text(name, given, 0).toUpperCase(Locale.ROOT);
            case "title" -> title(text(name, given, 0));
            case "join" ->
                list(name, given, 0).stream().map(Values::print).collect(Collectors.joining(text(name, given, 1)));
            case "split" ->
                Arrays.asList(text(name, given, 0).split(java.util.regex.Pattern.quote(text(name, given, 1)), -1));
            case "truncate" -> truncated(text(name, given, 0), number(name, given, 1));
            case "len" -> (long) Values.length(notNull(name, one(name, given)));
            case "index" -> index(given);
            case "eq" -> Objects.equals(argument(name, given, 0), argument(name, given, 1));
            case "ne" -> !Objects.equals(argument(name, given, 0), argument(name, given, 1));
            case "not" -> !Values.isTrue(one(name, given));
            case "and" -> firstWhere(false, name, given);
            case "or" -> firstWhere(true, name, given);
            case "print" -> printed(given, "");
            case "println" -> printed(given, " ") + "\n";
            default -> throw new TemplateException("there is no function '" + name + "'; there are " + KNOWN);
        };
    }

    private static String printed(List<? extends @Nullable Object> given, String between) {
        return given.stream().map(Values::print).collect(Collectors.joining(between));
    }

    private static String title(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String truncated(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most));
    }

    /** The first that is true, or false; or else the last. */
    private static @Nullable Object firstWhere(boolean wanted, String name, List<? extends @Nullable Object> given) {
        for (Object value : given) {
            if (Values.isTrue(value) == wanted) {
                return value;
            }
        }
        return argument(name, given, given.size() - 1);
    }

    private static @Nullable Object index(List<? extends @Nullable Object> given) {
        Object value = argument("index", given, 0);
        for (Object key : given.subList(1, given.size())) {
            if (value instanceof JsonObject object) {
                value = object.members().getOrDefault(Values.print(key), "");
            } else if (value instanceof List<?> list && key instanceof Long at) {
                if (at < 0 || at >= list.size()) {
                    throw new TemplateException("index " + at + " is out of range: there are " + list.size());
                }
                value = list.get(at.intValue());
            } else {
                throw new TemplateException("index cannot look up " + Values.print(key) + " in " + Values.print(value));
            }
        }
        return value;
    }

    private static @Nullable Object one(String name, List<? extends @Nullable Object> given) {
        if (given.size() != 1) {
            throw new TemplateException(name + " takes one value, not " + given.size());
        }
        return given.get(0);
    }

    private static @Nullable Object argument(String name, List<? extends @Nullable Object> given, int at) {
        if (at < 0 || at >= given.size()) {
            throw new TemplateException(name + " takes more values than " + given.size());
        }
        return given.get(at);
    }

    private static Object notNull(String name, @Nullable Object value) {
        if (value == null) {
            throw new TemplateException(name + " of something that is not there");
        }
        return value;
    }

    private static String text(String name, List<? extends @Nullable Object> given, int at) {
        if (argument(name, given, at) instanceof String text) {
            return text;
        }
        throw new TemplateException(name + " takes a text, not " + Values.print(given.get(at)));
    }

    private static int number(String name, List<? extends @Nullable Object> given, int at) {
        if (argument(name, given, at) instanceof Long number) {
            return number.intValue();
        }
        throw new TemplateException(name + " takes a number, not " + Values.print(given.get(at)));
    }

    private static List<?> list(String name, List<? extends @Nullable Object> given, int at) {
        Object value = argument(name, given, at);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TemplateException(name + " takes a list, not " + Values.print(value));
    }
}
