package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.context.DockerIgnore;
import dev.varve.context.Entry;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextFiles;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A pattern of the ignore file that keeps out less than it looks like. */
public final class IgnorePattern implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("ignore-pattern", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Optional<Instruction> copy =
                subject.stageViews().stream().flatMap(IgnorePattern::wholeCopy).findFirst();
        if (subject.context().isEmpty() || subject.folder().isEmpty() || copy.isEmpty()) {
            return;
        }
        ContextFiles context = subject.files().orElseThrow();
        IgnoreFile file = IgnoreFile.of(subject.folder().get());
        for (DockerIgnore.Rule rule : file.ignore().rules()) {
            if (rule.pattern().matches("\\S+\\s+#.*")) {
                String wanted = rule.pattern().replaceFirst("\\s+#.*", "");
                report(
                        copy.get(),
                        file,
                        rule,
                        List.of(),
                        wanted,
                        "comments stand on lines of their own, from the first column on",
                        findings);
                continue;
            }
            if (!MissedDepth.isMeantEverywhere(rule)) {
                continue;
            }
            List<String> missed = context.once(rule, Missed.class, whole -> missed(whole, rule))
                    .paths();
            if (!missed.isEmpty()) {
                report(
                        copy.get(),
                        file,
                        rule,
                        missed,
                        "**/" + rule.pattern(),
                        "it is for the topmost folder alone",
                        findings);
            }
        }
    }

    private static Stream<Instruction> wholeCopy(StageView view) {
        return view.instructions().stream()
                .filter(instruction -> view.copy(instruction)
                        .filter(copied -> copied.isWhole())
                        .isPresent());
    }

    /** The first paths of what is sent although the pattern would match it further up. */
    private record Missed(List<String> paths) {}

    private static Missed missed(BuildContext context, DockerIgnore.Rule rule) {
        DockerIgnore everywhere = DockerIgnore.parse("**/" + rule.pattern() + "\n");
        return new Missed(Evidence.paths(context.tree().entries().stream()
                .map(Entry::path)
                .filter(path -> path.contains("/") && everywhere.excludes(path))
                .toList()));
    }

    private static void report(
            Instruction copy,
            IgnoreFile file,
            DockerIgnore.Rule rule,
            List<String> missed,
            String wanted,
            String why,
            Findings findings) {
        String sends = missed.isEmpty() ? "" : ", and " + missed.get(0) + " is sent to the builder";
        findings.add(
                        copy,
                        "Line " + rule.line() + " of " + file.path() + ", " + rule.pattern()
                                + ", does not do what it looks like: " + why + sends + "; write " + wanted)
                .evidence("paths", missed)
                .evidence("file", file.path())
                .evidence("line", rule.line())
                .fixOf(file.asOther(), false, "Write " + wanted, file.replacing(rule.line(), wanted));
    }
}
