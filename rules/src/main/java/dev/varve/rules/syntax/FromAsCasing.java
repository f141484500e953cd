package dev.varve.rules.syntax;

import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.Locale;

/** The AS of a FROM is not in the case that its FROM is in. */
public final class FromAsCasing implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("from-as-casing", Category.SYNTAX, Severity.STYLE, "FromAsCasing");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            List<Word> words = stage.from().syntax().args();
            if (words.size() == 3) {
                check(stage.from().syntax().keyword().text(), words.get(1), findings);
            }
        }
    }

    private static void check(String from, Word as, Findings findings) {
        String wanted = from.equals("FROM") ? "AS" : from.equals(from.toLowerCase(Locale.ROOT)) ? "as" : as.text();
        if (!as.text().equals(wanted)) {
            findings.add(as.range(), from + " and " + as.text() + " differ in case; write " + wanted)
                    .safeFix("Write " + wanted, edits -> edits.replace(as.range(), wanted));
        }
    }
}
