package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.ImageNames;
import java.util.ArrayList;
import java.util.List;

/** {@code --cache-from} and {@code --cache-to}: {@code type=registry,ref=NAME}, or the name alone. */
final class CacheReferences {
    private CacheReferences() {}

    static List<String> read(String flag, List<String> values) {
        List<String> names = new ArrayList<>();
        for (String value : values) {
            names.add(ImageNames.parse(value.contains("=") ? name(flag, value) : value)
                    .toString());
        }
        return names;
    }

    private static String name(String flag, String value) {
        String type = value.replaceAll("^(?:.*,)?type=([^,]*).*$", "$1");
        if (!type.equals("registry")) {
            throw new Failure(flag + " " + value + ": a cache is kept in a registry only: type=registry,ref=NAME");
        }
        Attributes attributes = new Attributes(flag, value, List.of("type", "ref", "mode"));
        String mode = attributes.find("mode").orElse("max");
        if (!mode.equals("max")) {
            throw new Failure(flag + " " + value + ": there is mode=max only, the cache of every step");
        }
        return attributes.require("ref");
    }
}
