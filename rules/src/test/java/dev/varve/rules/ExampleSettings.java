package dev.varve.rules;

import dev.varve.lint.Configuration;
import dev.varve.lint.LabelKind;
import dev.varve.lint.Settings;
import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import dev.varve.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The settings of an example on a rule's page, written as in hadolint's configuration. */
final class ExampleSettings {
    private ExampleSettings() {}

    static Configuration read(String text) {
        try {
            YamlMapping root = (YamlMapping) YamlDocument.parse("example", text.getBytes(StandardCharsets.UTF_8))
                    .root();
            root.onlyKeys("trustedRegistries", "label-schema", "strict-labels");
            Map<String, LabelKind> schema = new HashMap<>();
            if (root.mapping("label-schema").isPresent()) {
                root.mapping("label-schema")
                        .get()
                        .entries()
                        .forEach((name, entry) -> schema.put(
                                name,
                                LabelKind.named(((YamlScalar) entry.value()).text())
                                        .orElseThrow()));
            }
            Settings defaults = Settings.defaults();
            return Configuration.defaults()
                    .with(new Settings(
                            defaults.model(),
                            root.texts("trustedRegistries"),
                            schema,
                            root.bool("strict-labels", false)));
        } catch (YamlException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
