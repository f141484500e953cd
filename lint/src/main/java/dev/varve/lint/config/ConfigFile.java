package dev.varve.lint.config;

import dev.varve.lint.Rules;
import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds and reads configuration files. */
public final class ConfigFile {
    private static final List<String> OWN = List.of(".varve.yaml", ".varve.yml");
    private static final List<String> HADOLINT = List.of(".hadolint.yaml", ".hadolint.yml");

    private final Rules rules;

    /** @param rules the rules that a file may name */
    public ConfigFile(Rules rules) {
        this.rules = rules;
    }

    /** The nearest file up the tree from a folder: Varve's own, and hadolint's only where there is none of those. */
    public static Optional<Path> nearest(Path folder) {
        return nearest(folder, OWN).or(() -> nearest(folder, HADOLINT));
    }

    private static Optional<Path> nearest(Path folder, List<String> names) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            for (String name : names) {
                if (Files.isRegularFile(at.resolve(name))) {
                    return Optional.of(at.resolve(name));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a file; one that is called as hadolint's is read as that.
     *
     * @throws IOException where it cannot be read, or says something that is not understood; the message tells where
     */
    public LintConfig read(Path file) throws IOException {
        YamlDocument document = YamlDocument.read(file);
        String name = String.valueOf(file.getFileName());
        return name.contains("hadolint") ? HadolintReader.read(document) : new VarveReader(rules).read(document);
    }

    /**
     * Reads a text as Varve's own file; {@code file} is for messages.
     *
     * @throws YamlException where it says something that is not understood
     */
    public LintConfig parse(String file, String text) throws YamlException {
        return new VarveReader(rules).read(YamlDocument.parse(file, text.getBytes(StandardCharsets.UTF_8)));
    }
}
