package dev.varve.lint.config;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Configuration;
import dev.varve.lint.Findings;
import dev.varve.lint.Linter;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Rules;
import dev.varve.lint.Subject;
import dev.varve.lint.page.RulePage;
import java.util.ArrayList;
import java.util.List;

/** A rule that a user has written in YAML. */
public final class CustomRule implements Rule {
    private final RuleInfo info;
    private final String message;
    private final CustomMatch match;
    private final boolean absence;
    private final List<String> bad;
    private final List<String> good;
    private final String where;

    CustomRule(
            RuleInfo info,
            String message,
            CustomMatch match,
            boolean absence,
            List<String> bad,
            List<String> good,
            String where) {
        this.info = info;
        this.message = message;
        this.match = match;
        this.absence = absence;
        this.bad = bad;
        this.good = good;
        this.where = where;
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        List<SourceRange> found = new ArrayList<>();
        for (Placed placed : subject.instructions()) {
            found.addAll(match.in(placed.instruction(), subject));
        }
        if (!absence) {
            found.forEach(range -> findings.add(range, message));
        } else if (found.isEmpty() && !subject.dockerfile().stages().isEmpty()) {
            List<Stage> stages = subject.dockerfile().stages();
            findings.add(stages.get(stages.size() - 1).from(), message);
        }
    }

    /** Its message, since the user has written no page. */
    @Override
    public RulePage page() {
        return RulePage.parse("# " + info.id() + "\n\n" + message + "\n");
    }

    /** How many examples it has. */
    public int examples() {
        return bad.size() + good.size();
    }

    /** What is not as its examples say, each beginning with where the rule stands. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        bad.forEach(example -> check(example, true, complaints));
        good.forEach(example -> check(example, false, complaints));
        return complaints;
    }

    private void check(String example, boolean expected, List<String> complaints) {
        Linter linter = new Linter(Rules.of(List.of(this)), Configuration.defaults());
        boolean found =
                !linter.lint(Dockerfile.parse("example", example)).findings().isEmpty();
        if (found != expected) {
            complaints.add(where + ": " + info.id() + (expected ? " finds nothing in" : " finds something in")
                    + " the example\n    " + example.strip().replace("\n", "\n    "));
        }
    }
}
