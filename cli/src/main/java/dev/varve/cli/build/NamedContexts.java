package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import dev.varve.cli.console.KeyValue;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.BuildRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code --build-context NAME=PATH} and {@code NAME=docker-image://REFERENCE}. */
final class NamedContexts {
    private static final String IMAGE = "docker-image://";

    private NamedContexts() {}

    static void add(List<String> flags, BuildRequest request) {
        for (String flag : flags) {
            KeyValue pair = KeyValue.parse(flag);
            if (pair.value().startsWith(IMAGE)) {
                request.contextImage(pair.key(), ImageNames.parse(pair.value().substring(IMAGE.length())));
            } else if (pair.value().matches("[a-z][a-z0-9+.-]*://.*")) {
                throw new Failure("--build-context " + flag + ": a context is a folder or " + IMAGE + "NAME");
            } else {
                Path folder = Path.of(pair.value());
                if (!Files.isDirectory(folder)) {
                    throw new Failure("--build-context " + flag + ": "
                            + (Files.exists(folder) ? "this is not a folder" : "there is no such folder"));
                }
                request.context(pair.key(), folder);
            }
        }
    }
}
