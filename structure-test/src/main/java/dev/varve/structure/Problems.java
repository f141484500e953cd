package dev.varve.structure;

import dev.varve.yaml.YamlPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** What keeps a test from being run. */
final class Problems {
    private final Fields fields;
    private final List<String> problems = new ArrayList<>();

    Problems(Fields fields) {
        this.fields = fields;
    }

    void at(String key, String problem) {
        problems.add(fields.at(key) + ": " + problem);
    }

    void unlessGiven(String key, String value) {
        if (value.isEmpty()) {
            at(key, "expected a " + key);
        }
    }

    void emptyCommands(String key, List<List<String>> commands) {
        if (commands.stream().anyMatch(List::isEmpty)) {
            at(key, "expected no empty command");
        }
    }

    void expressions(String key, List<String> expressions) {
        for (String expression : expressions) {
            try {
                GoRegex.compile(expression);
            } catch (PatternSyntaxException e) {
                at(key, "'" + expression + "' is no regular expression of Go: " + e.getDescription());
            }
        }
    }

    /** The test, or one that tells the problems where there are any. */
    StructureTest or(StructureTest test) {
        YamlPosition at = fields.at();
        return problems.isEmpty()
                ? test
                : new InvalidTest(test.title(), new Place(Path.of(at.file()), at.line()), problems);
    }
}
