package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** COPY of everything. */
public final class CopyWholeRoot implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("copy-whole-root", Category.COPY, Severity.WARNING, "DL3067");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Copy.class).forEach(copy -> {
            boolean root = copy.sources().stream()
                    .anyMatch(source -> PathText.of(source).equals("/"));
            if (copy.from() != null && root && PathText.of(copy.destination()).equals("/")) {
                findings.add(
                        copy.range(),
                        "This copies the whole file system, which is what FROM does without a copy; name what is needed");
            }
        });
    }
}
