package dev.varve.rules.config;

import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.regex.Pattern;

/** A label with a key it should not have. */
public final class InvalidLabelKey implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("invalid-label-key", Category.CONFIG, Severity.STYLE, "DL3048");
    private static final Pattern KEY = Pattern.compile("[a-z]([a-z0-9._/-]*[a-z0-9])?");
    private static final Pattern RESERVED = Pattern.compile("(com\\.docker|io\\.docker|org\\.dockerproject)\\.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Labels.of(subject).forEach(label -> {
            String key = Labels.key(label);
            boolean valid = KEY.matcher(key).matches() && !key.contains("..") && !key.contains("--");
            if (!key.contains("$") && (!valid || RESERVED.matcher(key).lookingAt())) {
                findings.add(
                        label.key().range(),
                        "Keys of labels begin with a letter, end with a letter or digit, and have only a-z, 0-9, ., - and _"
                                + " between; com.docker, io.docker and org.dockerproject are Docker's own");
            }
        });
    }
}
