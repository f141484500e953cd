package dev.varve.rules.stage;

import dev.varve.dockerfile.ShellLexer;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.image.ImageReference;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.Optional;

/** A FROM that names no image where the build is given no arguments. */
public final class InvalidDefaultBase implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("invalid-default-base", Category.STAGE, Severity.WARNING, "InvalidDefaultArgInFrom");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        BaseArguments arguments = new BaseArguments(subject.dockerfile());
        for (Stage stage : subject.dockerfile().stages()) {
            Word base = stage.from().base();
            Optional<ShellLexer.Expanded> expanded = arguments.expand(base);
            if (base.text().contains("$")
                    && expanded.isPresent()
                    && !isImage(expanded.get().text())) {
                findings.add(
                        base.range(),
                        base.text() + " names no image unless the build is given arguments; give each ARG a default");
            }
        }
    }

    private static boolean isImage(String name) {
        try {
            ImageReference.parse(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
