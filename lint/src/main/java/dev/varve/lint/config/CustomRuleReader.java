package dev.varve.lint.config;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlMapping;
import dev.varve.yaml.YamlNode;
import dev.varve.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a rule that a user has written in YAML. */
final class CustomRuleReader {
    private CustomRuleReader() {}

    static CustomRule read(YamlMapping rule) throws YamlException {
        rule.onlyKeys("id", "message", "severity", "match", "absent", "examples");
        YamlNode id = rule.require("id");
        Optional<YamlNode> severity = rule.optional("severity");
        RuleInfo info;
        try {
            info = RuleInfo.of(
                    id.text(),
                    Category.SYNTAX,
                    severity.isPresent() ? VarveReader.severity(severity.get()) : Severity.WARNING);
        } catch (IllegalArgumentException e) {
            throw id.at().error("expected lower-case words joined by '-', found " + id.text());
        }
        Optional<YamlMapping> match = rule.mapping("match");
        Optional<YamlMapping> absent = rule.mapping("absent");
        if (match.isPresent() == absent.isPresent()) {
            throw rule.at().error("rule " + info.id() + " needs either match or absent");
        }
        YamlMapping pattern = match.orElseGet(absent::orElseThrow);
        return new CustomRule(
                info,
                rule.require("message").text(),
                pattern(pattern),
                absent.isPresent(),
                examples(rule, "bad"),
                examples(rule, "good"),
                rule.at().toString());
    }

    private static CustomMatch pattern(YamlMapping match) throws YamlException {
        match.onlyKeys("instruction", "flags", "command", "arguments", "image", "text");
        List<String> instructions = new ArrayList<>();
        Optional<YamlNode> given = match.optional("instruction");
        if (given.isPresent()) {
            List<String> names = given.get() instanceof YamlSequence
                    ? given.get().texts()
                    : List.of(given.get().text());
            names.forEach(name -> instructions.add(name.toUpperCase(Locale.ROOT)));
        }
        List<Pattern> arguments = new ArrayList<>();
        for (YamlNode argument : match.list("arguments")) {
            arguments.add(regex(argument));
        }
        Map<String, Optional<Pattern>> flags = new LinkedHashMap<>();
        Optional<YamlMapping> flagMap = match.mapping("flags");
        if (flagMap.isPresent()) {
            for (var entry : flagMap.get().entries().entrySet()) {
                YamlNode value = entry.getValue().value();
                flags.put(entry.getKey(), value.isNull() ? Optional.empty() : Optional.of(regex(value)));
            }
        }
        return new CustomMatch(
                instructions, flags, regex(match, "command"), arguments, regex(match, "image"), regex(match, "text"));
    }

    private static Optional<Pattern> regex(YamlMapping match, String key) throws YamlException {
        Optional<YamlNode> node = match.optional(key);
        return node.isPresent() ? Optional.of(regex(node.get())) : Optional.empty();
    }

    private static Pattern regex(YamlNode node) throws YamlException {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.at().error("no regular expression: " + e.getDescription() + " at index " + e.getIndex());
        }
    }

    private static List<String> examples(YamlMapping rule, String key) throws YamlException {
        Optional<YamlMapping> examples = rule.mapping("examples");
        if (examples.isEmpty()) {
            return List.of();
        }
        examples.get().onlyKeys("bad", "good");
        return examples.get().texts(key);
    }
}
