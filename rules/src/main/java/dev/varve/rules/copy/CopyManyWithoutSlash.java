package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;

/** Several sources, and a target that is no folder. */
public final class CopyManyWithoutSlash implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("copy-many-without-slash", Category.COPY, Severity.ERROR, "DL3021");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.all(Copy.class).forEach(copy -> check(copy, findings));
    }

    private static void check(Copy copy, Findings findings) {
        Word target = copy.destination();
        String path = PathText.of(target);
        boolean folder = path.endsWith("/")
                || path.endsWith("\\")
                || path.equals(".")
                || path.equals("..")
                || path.contains("$");
        if (copy.sources().size() + copy.inlineSources().size() < 2 || folder) {
            return;
        }
        int behind = target.range().start() + target.text().indexOf(path) + path.length();
        boolean plain = target.range().length() == target.text().length();
        Findings.Draft found =
                findings.add(target.range(), "Several sources need a folder to go to: write " + path + "/");
        if (plain) {
            found.safeFix("Write " + path + "/", edits -> edits.insert(behind, "/"));
        }
    }
}
