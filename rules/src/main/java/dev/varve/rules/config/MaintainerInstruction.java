package dev.varve.rules.config;

import dev.varve.dockerfile.Maintainer;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** MAINTAINER, which is deprecated. */
public final class MaintainerInstruction implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("maintainer-instruction", Category.CONFIG, Severity.ERROR, "DL4000", "MaintainerDeprecated");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Maintainer.class).forEach(maintainer -> {
            String name = maintainer.syntax().args().get(0).text().strip();
            String plain = name.matches("(?s)([\"']).*\\1") ? name.substring(1, name.length() - 1) : name;
            String label = "LABEL org.opencontainers.image.authors=\"" + plain.replaceAll("[\"\\\\$]", "\\\\$0") + "\"";
            findings.add(maintainer, "MAINTAINER is deprecated; use the label org.opencontainers.image.authors")
                    .unsafeFix("Use a label", edits -> edits.replace(maintainer.range(), label));
        });
    }
}
