package dev.varve.rules.config;

import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Set;
import java.util.stream.Collectors;

/** A label that the schema asks for. */
public final class MissingLabel implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("missing-label", Category.CONFIG, Severity.INFO, "DL3049");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            if (subject.isLeaf(stage)) {
                Set<String> present = subject.lineage(stage).stream()
                        .flatMap(ancestor -> ancestor.instructions().stream())
                        .filter(Label.class::isInstance)
                        .flatMap(label -> ((Label) label).assignments().stream())
                        .map(Labels::key)
                        .collect(Collectors.toSet());
                subject.settings().labelSchema().keySet().stream()
                        .filter(name -> !present.contains(name))
                        .sorted()
                        .forEach(name -> findings.add(stage.from(), "The image lacks the label " + name));
            }
        }
    }
}
