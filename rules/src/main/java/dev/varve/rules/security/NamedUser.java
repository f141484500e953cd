package dev.varve.rules.security;

import dev.varve.dockerfile.User;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** A user whom only the image knows by number. */
public final class NamedUser implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("named-user", Category.SECURITY, Severity.INFO, "DL3066");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            boolean shipped = placed.stage().map(subject::isShipped).orElse(true);
            if (shipped && placed.instruction() instanceof User user) {
                String name = UserText.name(user);
                if (!name.equals("root") && !name.contains("$") && !name.chars().allMatch(Character::isDigit)) {
                    findings.add(
                            user.range(),
                            "Only the image knows which number " + name
                                    + " has; write the number, as Kubernetes must know it");
                }
            }
        }
    }
}
