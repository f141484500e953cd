package dev.varve.rules.security;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.User;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An image that runs as root because the last USER says so. */
public final class LastUserRoot implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("last-user-root", Category.SECURITY, Severity.WARNING, "DL3002");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Set<User> found = new LinkedHashSet<>();
        for (Stage stage : subject.dockerfile().stages()) {
            if (subject.isLeaf(stage)) {
                last(subject, stage).filter(UserText::isRoot).ifPresent(found::add);
            }
        }
        found.forEach(
                user -> findings.add(user.range(), "The image runs as root; end with the USER that is to run it"));
    }

    private static Optional<User> last(Subject subject, Stage stage) {
        for (Stage ancestor : subject.lineage(stage)) {
            User last = null;
            for (Instruction instruction : ancestor.instructions()) {
                last = instruction instanceof User user ? user : last;
            }
            if (last != null) {
                return Optional.of(last);
            }
        }
        return Optional.empty();
    }
}
