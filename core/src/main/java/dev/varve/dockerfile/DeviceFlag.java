package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of {@code RUN --device} (BuildKit {@code instructions/commands_rundevice.go}). */
final class DeviceFlag {
    private static final List<String> KEYS = List.of("name", "required");

    private DeviceFlag() {}

    /** Why the value is refused, or null if it is not. */
    static @Nullable String check(String value) {
        List<String> fields = CsvLine.fields(value);
        if (fields == null) {
            return MountReader.NO_FIELDS;
        }
        String name = "";
        for (String field : fields) {
            int equals = field.indexOf('=');
            String key = Keyword.lowerCase(equals < 0 ? field : field.substring(0, equals));
            String text = equals < 0 ? "" : field.substring(equals + 1);
            if (key.equals("required")) {
                if (equals >= 0 && GoBoolean.parse(text) == null) {
                    return "required expects true or false, found " + Quoted.excerpt(text);
                }
            } else if (key.equals("name") && equals >= 0) {
                if (!name.isEmpty()) {
                    return "the device is named already, " + Quoted.excerpt(name);
                }
                name = text;
            } else if (name.isEmpty()) {
                name = field;
            } else {
                return "unknown key " + Quoted.excerpt(key) + Suggestion.of(key, KEYS, "");
            }
        }
        return null;
    }
}
