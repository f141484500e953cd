package dev.varve.rules.stage;

import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.regex.Pattern;

/** A FROM that asks for the platform it would get anyway. */
public final class RedundantTargetPlatform implements Rule {
    private static final RuleInfo INFO = RuleInfo.of(
            "redundant-target-platform", Category.STAGE, Severity.STYLE, "DL3065", "RedundantTargetPlatform");

    private static final Pattern TARGET = Pattern.compile("\\$(TARGETPLATFORM|\\{TARGETPLATFORM(:?-.*)?\\})");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            Flag flag = stage.from().syntax().flag("platform");
            if (flag != null
                    && flag.value() != null
                    && TARGET.matcher(flag.value().text()).matches()) {
                SourceRange range = flag.range();
                int next = stage.from().base().range().start();
                boolean alone = subject.dockerfile()
                        .text(new SourceRange(range.end(), next))
                        .isBlank();
                findings.add(range, "Stages are built for the target's platform anyway; leave --platform out")
                        .safeFix(
                                "Leave --platform out",
                                edits -> edits.delete(alone ? new SourceRange(range.start(), next) : range));
            }
        }
    }
}
