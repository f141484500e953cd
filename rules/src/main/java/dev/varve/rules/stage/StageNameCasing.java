package dev.varve.rules.stage;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Locale;

/** A stage's name with letters in upper case. */
public final class StageNameCasing implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("stage-name-casing", Category.STAGE, Severity.STYLE, "StageNameCasing");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Word name = stage.from().alias();
            if (name != null && !name.text().equals(lower(name))) {
                findings.add(name.range(), "Stage names have no case; write " + lower(name))
                        .safeFix("Write " + lower(name), edits -> edits.replace(name.range(), lower(name)));
            }
        }
    }

    private static String lower(Word name) {
        return name.text().toLowerCase(Locale.ROOT);
    }
}
