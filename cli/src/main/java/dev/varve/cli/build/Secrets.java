package dev.varve.cli.build;

import dev.varve.cli.console.Failure;
import dev.varve.cli.console.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --secret id=token[,src=FILE|env=VARIABLE]}. */
final class Secrets {
    /** As BuildKit has it ({@code session/secrets}). */
    private static final int LARGEST = 500 * 1024;

    private static final List<String> KNOWN = List.of("id", "src", "source", "env", "type");

    private Secrets() {}

    /** Their values by their ids. Without a source a secret is the variable of its name, or else the file. */
    static Map<String, byte[]> read(List<String> flags, Map<String, String> environment) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        for (String flag : flags) {
            Attributes attributes = new Attributes("--secret", flag, KNOWN);
            String id = attributes.require("id");
            secrets.put(id, value(id, attributes, environment));
        }
        return secrets;
    }

    private static byte[] value(String id, Attributes attributes, Map<String, String> environment) {
        Optional<String> file = attributes.find("src").or(() -> attributes.find("source"));
        Optional<String> variable = attributes.find("env");
        String type = attributes.find("type").orElse("");
        if (!List.of("", "file", "env").contains(type)) {
            throw new Failure("--secret: there is no type '" + type + "'; there are file, env");
        }
        if (type.equals("env") && variable.isEmpty()) {
            variable = file.or(() -> Optional.of(id));
        } else if (file.isEmpty() && variable.isEmpty() && type.isEmpty() && environment.containsKey(id)) {
            variable = Optional.of(id);
        }
        if (variable.isEmpty()) {
            return read(id, Path.of(file.orElse(id)));
        }
        String value = environment.get(variable.get());
        if (value == null) {
            throw new Failure("--secret id=" + id + ": the environment has no variable " + variable.get());
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String id, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Failure("--secret id=" + id + ": " + file + " is larger than the " + LARGEST
                        + " bytes that a secret may have");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure("--secret id=" + id + ": " + Failures.inWords(e));
        }
    }
}
