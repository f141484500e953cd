package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import java.util.List;

/** {@code apt-get install} without {@code -y}. */
public final class AptGetYes extends MissingYes {
    /** The rule. */
    public AptGetYes() {
        super(
                RuleInfo.of("apt-get-yes", Category.PACKAGES, Severity.WARNING, "DL3014"),
                List.of("apt-get"),
                List.of("install"),
                "y",
                "yes",
                "assume-yes");
    }

    @Override
    boolean isAnswered(Command command) {
        boolean quiet = command.count("q") >= 2
                || command.count("quiet") >= 2
                || command.hasArgument("-q=2", "--quiet=2")
                || command.texts().stream().anyMatch(text -> text.startsWith("APT::Get::Assume-Yes=t"));
        return quiet || super.isAnswered(command);
    }
}
