package dev.varve.rules.cache;

import dev.varve.context.DockerIgnore;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole context is copied, with files in it that no build needs. */
public final class UnignoredFiles implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("unignored-files", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.context().isEmpty() || subject.folder().isEmpty()) {
            return;
        }
        for (StageView view : subject.stageViews()) {
            Optional<Instruction> copy = view.instructions().stream()
                    .filter(instruction -> view.copy(instruction)
                            .filter(copied -> copied.isWhole())
                            .isPresent())
                    .findFirst();
            if (copy.isPresent()) {
                check(subject, view, copy.get(), findings);
                return;
            }
        }
    }

    private static void check(Subject subject, StageView view, Instruction copy, Findings findings) {
        IgnoreFile ignore = IgnoreFile.of(subject.folder().orElseThrow());
        ContextCopy copied = view.copy(copy).orElseThrow();
        List<Clutter> clutter = Clutter.in(subject.files().orElseThrow()).stream()
                .filter(found -> !(found.path().equals(".git") && usesGit(subject)))
                .filter(found ->
                        copied.anyPath(found, path -> path.equals(found.path()) || path.startsWith(found.path() + "/")))
                .filter(found -> !MissedDepth.isCause(ignore, found.path()))
                .toList();
        List<Step> again = view.reruns().afterFiles(copy);
        boolean cheap = again.stream()
                .noneMatch(step -> step.instruction() instanceof Run run && !Quick.is(subject.script(run)));
        if (cheap
                && clutter.stream()
                        .allMatch(found -> !found.heavy() || found.path().equals(".git"))) {
            return;
        }
        boolean heavy = clutter.stream().anyMatch(Clutter::heavy);
        if (clutter.isEmpty() || (!heavy && ignore.exists())) {
            return;
        }
        List<String> paths = clutter.stream().map(Clutter::path).toList();
        long bytes = clutter.stream().mapToLong(Clutter::bytes).sum();
        Optional<DockerIgnore.Rule> exception =
                clutter.stream().flatMap(found -> exceptions(ignore, found)).findFirst();
        String reason = exception
                .map(rule -> "line " + rule.line() + " of " + ignore.path() + " takes "
                        + rule.pattern().substring(1) + " in again")
                .orElse(ignore.exists() ? "the ignore file does not keep them out" : "there is no .dockerignore");
        Findings.Draft finding = findings.add(
                        copy,
                        "This copies " + String.join(", ", paths.subList(0, Math.min(4, paths.size())))
                                + (paths.size() > 4 ? " and more" : "") + " (" + Bytes.text(bytes) + "), for " + reason
                                + "; whatever changes there runs this step and those below again")
                .evidence("steps", Evidence.steps(again))
                .evidence("paths", Evidence.paths(paths))
                .evidence("bytes", bytes);
        if (!heavy) {
            finding.severity(Severity.STYLE);
        }
        List<String> patterns = clutter.stream()
                .filter(found -> exceptions(ignore, found).findAny().isEmpty())
                .map(Clutter::pattern)
                .distinct()
                .toList();
        if (!patterns.isEmpty()) {
            finding.fixOf(ignore.asOther(), false, "Keep them out of the build context", ignore.adding(patterns));
        }
    }

    /** The rules that take such files in again. */
    private static Stream<DockerIgnore.Rule> exceptions(IgnoreFile ignore, Clutter found) {
        return ignore.ignore().rules().stream()
                .filter(rule -> rule.isException()
                        && found.path().startsWith(rule.pattern().substring(1)));
    }

    /** Whether a build may ask git for its version: by itself, or through a tool that builds what a project tells it. */
    private static boolean usesGit(Subject subject) {
        return subject.all(Run.class)
                .flatMap(run -> subject.script(run).commands().stream())
                .anyMatch(command ->
                        command.is("git", "make", "just", "task", "rake", "goreleaser", "cmake", "nx", "lerna")
                                || command.hasArgument("git")
                                || command.word().text().startsWith("./"));
    }
}
