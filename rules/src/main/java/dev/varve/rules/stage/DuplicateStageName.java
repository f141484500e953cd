package dev.varve.rules.stage;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Two stages of one name. */
public final class DuplicateStageName implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("duplicate-stage-name", Category.STAGE, Severity.ERROR, "DL3024", "DuplicateStageName");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> names = new HashSet<>();
        for (Stage stage : subject.dockerfile().stages()) {
            Word alias = stage.from().alias();
            if (alias != null && !names.add(alias.text().toLowerCase(Locale.ROOT))) {
                findings.add(
                        alias.range(),
                        "Another stage is called " + alias.text() + " already; only one can be meant by it");
            }
        }
    }
}
