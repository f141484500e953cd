package dev.varve.rules.syntax;

import dev.varve.dockerfile.Comment;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.regex.Pattern;

/** A comment that ignores findings. */
public final class InlineIgnore implements Rule {
    private static final RuleInfo INFO = RuleInfo.optional("inline-ignore", Category.SYNTAX, Severity.INFO, "DL1001");
    private static final Pattern IGNORE = Pattern.compile("^(hadolint|varve)\\s+((global|stage)\\s+)?ignore\\s*=");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Comment comment : subject.dockerfile().comments()) {
            if (IGNORE.matcher(comment.text()).find()) {
                findings.add(
                        comment.range(),
                        "Findings are ignored here; mend what they are about, or configure it for all files");
            }
        }
    }
}
