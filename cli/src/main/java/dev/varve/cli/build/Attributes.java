package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of a flag that is a list of attributes: {@code id=token,src=token.txt}. */
final class Attributes {
    private final String flag;
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Reads them.
     *
     * @param flag as it is written, {@code --secret}
     * @param known the attributes that there are
     */
    Attributes(String flag, String text, List<String> known) {
        this.flag = flag;
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new Failure(flag + " " + text + ": '" + part + "' is no attribute; expected name=value");
            }
            String name = part.substring(0, equals);
            if (!known.contains(name)) {
                throw new Failure(flag + " " + text + ": there is no attribute '" + name + "'; there are "
                        + String.join(", ", known));
            }
            values.put(name, part.substring(equals + 1));
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> new Failure(flag + ": the attribute '" + name + "' is missing"));
    }
}
