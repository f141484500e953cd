package dev.varve.cli.template;

import dev.varve.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as Go sees and prints them. */
final class Values {
    private Values() {}

    static String print(@Nullable Object value) {
        if (value == null) {
            return "<no value>";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Values::print).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value instanceof JsonObject object) {
            return sortedNames(object).stream()
                    .map(name -> name + ":" + printMember(object.members().get(name)))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        return value.toString();
    }

    private static String printMember(@Nullable Object value) {
        return value == null ? "<nil>" : print(value);
    }

    static List<String> sortedNames(JsonObject object) {
        return object.members().keySet().stream().sorted().toList();
    }

    /** What is not empty, zero, false or missing. */
    static boolean isTrue(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        return value instanceof Number number ? number.doubleValue() != 0 : length(value) != 0;
    }

    static int length(Object value) {
        if (value instanceof List<?> list) {
            return list.size();
        }
        return value instanceof JsonObject object
                ? object.members().size()
                : value.toString().length();
    }
}
