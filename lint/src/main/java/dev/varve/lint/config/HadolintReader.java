package dev.varve.lint.config;

import dev.varve.lint.Configuration;
import dev.varve.lint.LabelKind;
import dev.varve.lint.Settings;
import dev.varve.lint.Severity;
import dev.varve.plan.CacheModel;
import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads hadolint's configuration as far as it says how to lint. What it says of output is left to the command's options, and
 * rules that it names and nobody has (ShellCheck's among them) are left out when linting.
 */
final class HadolintReader {
    private HadolintReader() {}

    static LintConfig read(YamlDocument document) throws YamlException {
        if (document.root().isNull()) {
            return LintConfig.defaults();
        }
        YamlMapping root = document.root().mapping();
        Map<String, Severity> severities = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>(root.texts("ignored"));
        Optional<YamlMapping> override = root.mapping("override");
        if (override.isPresent()) {
            for (Severity severity : Severity.values()) {
                for (String rule : override.get().texts(severity.label())) {
                    severities.put(rule, severity);
                }
            }
            ignored.addAll(override.get().texts("ignore"));
        }
        Map<String, LabelKind> labels = VarveReader.labels(root, "label-schema");
        Settings settings = new Settings(
                CacheModel.BUILDKIT, root.texts("trustedRegistries"), labels, root.bool("strict-labels", false));
        Configuration configuration = new Configuration(
                List.of(),
                List.copyOf(severities.keySet()),
                ignored,
                severities,
                threshold(root),
                !root.bool("disable-ignore-pragma", false),
                settings);
        return new LintConfig(configuration, List.of(), List.of(), "auto", false);
    }

    /** {@code none} and {@code ignore} let nothing fail, which a caller says in another way. */
    private static Optional<Severity> threshold(YamlMapping root) throws YamlException {
        String name = root.text("failure-threshold").orElse("").toUpperCase(Locale.ROOT);
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(name)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
