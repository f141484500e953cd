package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** COPY to a path that depends on the base image. */
public final class RelativeCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("relative-copy", Category.COPY, Severity.WARNING, "DL3045");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            if (placed.instruction() instanceof Copy copy
                    && !placed.onBuild()
                    && isRelative(PathText.of(copy.destination()))) {
                boolean known = placed.stage().stream()
                        .flatMap(stage -> subject.lineage(stage).stream())
                        .flatMap(stage -> stage.instructions().stream())
                        .anyMatch(other -> other instanceof Workdir && other.line() < copy.line());
                if (!known) {
                    findings.add(
                            copy.destination().range(),
                            "Where this goes depends on the WORKDIR of the base image; set WORKDIR, or use an absolute path");
                }
            }
        }
    }

    private static boolean isRelative(String path) {
        return !path.matches("(?s)[/$\\\\].*|[A-Za-z]:.*");
    }
}
