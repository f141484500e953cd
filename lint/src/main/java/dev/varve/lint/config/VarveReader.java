package dev.varve.lint.config;

import dev.varve.lint.Configuration;
import dev.varve.lint.LabelKind;
import dev.varve.lint.Rule;
import dev.varve.lint.Rules;
import dev.varve.lint.Settings;
import dev.varve.lint.Severity;
import dev.varve.plan.CacheModel;
import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import dev.varve.yaml.YamlNode;
import dev.varve.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code .varve.yaml}, of which {@code docs/varve-yaml.schema.json} is the schema. */
final class VarveReader {
    private final Rules rules;
    private final Set<String> own = new HashSet<>();

    VarveReader(Rules rules) {
        this.rules = rules;
    }

    LintConfig read(YamlDocument document) throws YamlException {
        if (document.root().isNull()) {
            return LintConfig.defaults();
        }
        YamlMapping root = document.root().mapping();
        root.onlyKeys(
                "select",
                "enable",
                "ignore",
                "severity",
                "threshold",
                "inline-ignores",
                "report-unused-ignores",
                "model",
                "trusted-registries",
                "labels",
                "strict-labels",
                "exclude",
                "shellcheck",
                "rules");
        List<Rule> brought = rules(root);
        brought.forEach(rule -> own.add(rule.info().id()));
        Configuration configuration = new Configuration(
                ruleNames(root, "select"),
                ruleNames(root, "enable"),
                ruleNames(root, "ignore"),
                severities(root),
                threshold(root),
                root.bool("inline-ignores", true),
                settings(root));
        return new LintConfig(
                configuration,
                brought,
                root.texts("exclude"),
                root.text("shellcheck").orElse("auto"),
                root.bool("report-unused-ignores", false));
    }

    private static List<Rule> rules(YamlMapping root) throws YamlException {
        List<Rule> read = new ArrayList<>();
        for (YamlNode node : root.list("rules")) {
            read.add(CustomRuleReader.read(node.mapping()));
        }
        return read;
    }

    private List<String> ruleNames(YamlMapping root, String key) throws YamlException {
        List<String> names = new ArrayList<>();
        for (YamlNode node : root.list(key)) {
            names.add(ruleName(node.text(), node));
        }
        return names;
    }

    private String ruleName(String name, YamlNode node) throws YamlException {
        if (rules.find(name).isEmpty() && !own.contains(name)) {
            throw node.at().error("there is no rule " + name + "; varve lint --list-rules shows those there are");
        }
        return name;
    }

    private Map<String, Severity> severities(YamlMapping root) throws YamlException {
        Map<String, Severity> severities = new LinkedHashMap<>();
        Optional<YamlMapping> given = root.mapping("severity");
        if (given.isPresent()) {
            for (YamlMapping.Entry entry : given.get().entries().values()) {
                YamlScalar key = entry.key();
                severities.put(ruleName(key.text(), key), severity(entry.value()));
            }
        }
        return severities;
    }

    static Severity severity(YamlNode node) throws YamlException {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(node.text())) {
                return severity;
            }
        }
        throw node.at().error("expected error, warning, info or style, found " + node.text());
    }

    private static Optional<Severity> threshold(YamlMapping root) throws YamlException {
        Optional<YamlNode> node = root.optional("threshold");
        return node.isPresent() ? Optional.of(severity(node.get())) : Optional.empty();
    }

    private static Settings settings(YamlMapping root) throws YamlException {
        return new Settings(
                model(root),
                root.texts("trusted-registries"),
                labels(root, "labels"),
                root.bool("strict-labels", false));
    }

    private static CacheModel model(YamlMapping root) throws YamlException {
        Optional<YamlNode> node = root.optional("model");
        return switch (node.isPresent() ? node.get().text() : "buildkit") {
            case "buildkit" -> CacheModel.BUILDKIT;
            case "classic" -> CacheModel.CLASSIC;
            default ->
                throw node.orElseThrow()
                        .at()
                        .error("expected buildkit or classic, found "
                                + node.get().text());
        };
    }

    static Map<String, LabelKind> labels(YamlMapping root, String key) throws YamlException {
        Map<String, LabelKind> labels = new LinkedHashMap<>();
        Optional<YamlMapping> given = root.mapping(key);
        if (given.isPresent()) {
            for (Map.Entry<String, YamlMapping.Entry> entry :
                    given.get().entries().entrySet()) {
                YamlNode value = entry.getValue().value();
                Optional<LabelKind> kind = LabelKind.named(value.text());
                labels.put(
                        entry.getKey(),
                        kind.orElseThrow(() ->
                                value.at().error("expected email, hash, rawtext, rfc3339, semver, spdx, text or url")));
            }
        }
        return labels;
    }
}
