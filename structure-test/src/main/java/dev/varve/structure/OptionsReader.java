package dev.varve.structure;

import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlNode;
import java.util.Optional;

/** Reads {@code containerRunOptions}. */
final class OptionsReader {
    private OptionsReader() {}

    static RunOptions read(Fields file) throws YamlException {
        Optional<YamlNode> node = file.node("containerRunOptions");
        if (node.isEmpty()) {
            return RunOptions.NONE;
        }
        String terminal = file.notation() == Notation.JSON ? "tty" : "allocateTty";
        Fields fields = Fields.of(
                node.get(),
                file.notation(),
                "user",
                "privileged",
                terminal,
                "envVars",
                "envFile",
                "capabilities",
                "bindMounts");
        return new RunOptions(
                fields.text("user"),
                fields.bool("privileged", false),
                fields.bool(terminal, false),
                fields.texts("envVars"),
                fields.text("envFile"),
                fields.texts("capabilities"),
                fields.texts("bindMounts"));
    }
}
