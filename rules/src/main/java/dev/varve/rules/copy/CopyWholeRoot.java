package dev.varve.rules.copy;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Placed;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import java.util.List;
import java.util.regex.Pattern;

/** COPY of everything. */
public final class CopyWholeRoot implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("copy-whole-root", Category.COPY, Severity.WARNING, "DL3067");
    private static final Pattern FILES_ALONE = Pattern.compile("scratch|(docker\\.io/)?tonistiigi/xx([:@].*)?");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Placed placed : subject.instructions()) {
            if (placed.instruction() instanceof Copy copy && takesAll(copy) && !adds(subject, placed, copy)) {
                findings.add(
                        copy.range(),
                        "This copies the whole file system, which is what FROM does without a copy; name what is needed");
            }
        }
    }

    private static boolean takesAll(Copy copy) {
        return copy.from() != null
                && PathText.of(copy.destination()).equals("/")
                && copy.sources().stream()
                        .anyMatch(source -> PathText.of(source).equals("/"));
    }

    /** Whether what is copied is a handful of files for a system that there is already. */
    private static boolean adds(Subject subject, Placed placed, Copy copy) {
        String from = copy.from() == null ? "" : copy.from().text();
        String source = subject.dockerfile().stages().stream()
                .filter(stage -> from.equalsIgnoreCase(stage.name()) || from.equals(Integer.toString(stage.index())))
                .findFirst()
                .map(stage -> base(subject, stage))
                .orElse(from);
        boolean system = placed.stage()
                .filter(stage -> !base(subject, stage).equals("scratch"))
                .isPresent();
        return system && FILES_ALONE.matcher(source).matches();
    }

    /** The image that a stage starts from in the end. */
    private static String base(Subject subject, Stage stage) {
        List<Stage> lineage = subject.lineage(stage);
        return lineage.get(lineage.size() - 1).from().base().text();
    }
}
