package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** COPY from its own stage. */
public final class CopyFromItself implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("copy-from-itself", Category.COPY, Severity.ERROR, "DL3023");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            stage.instructions().forEach(instruction -> {
                if (instruction instanceof Copy copy && copy.from() != null && isOf(copy.from(), stage)) {
                    findings.add(copy.from().range(), "A stage cannot copy from itself; use RUN cp");
                }
            });
        }
    }

    private static boolean isOf(Word from, Stage stage) {
        return from.text().equalsIgnoreCase(stage.name()) || from.text().equals(Integer.toString(stage.index()));
    }
}
