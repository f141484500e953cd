package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** COPY from a stage that is not there. */
public final class CopyFromUnknownStage implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("copy-from-unknown-stage", Category.COPY, Severity.WARNING, "DL3022");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> known = new HashSet<>();
        for (Stage stage : subject.dockerfile().stages()) {
            if (stage.name() != null) {
                known.add(stage.name());
            }
            known.add(Integer.toString(stage.index()));
            stage.instructions().forEach(instruction -> {
                if (instruction instanceof Copy copy && copy.from() != null) {
                    check(copy.from(), known, findings);
                }
            });
        }
    }

    private static void check(Word from, Set<String> known, Findings findings) {
        String name = from.text();
        if (name.indexOf(':') < 0 && !known.contains(name.toLowerCase(Locale.ROOT))) {
            findings.add(
                    from.range(),
                    "No stage above is called " + name
                            + ", so it is an image without a tag; name the stage, or its version");
        }
    }
}
