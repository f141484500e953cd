package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies of what seldom changes below a copy of what often does. */
public final class CopyOrder implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("copy-order", Category.CACHE, Severity.INFO);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            Set<Instruction> told = new HashSet<>();
            for (Instruction instruction : view.instructions()) {
                Optional<ContextCopy> cause = StageSource.cause(view, subject.heat(), instruction)
                        .filter(copy -> copy.heat(subject.heat()) > Heat.HOT);
                if (cause.isPresent()) {
                    ColdBelow below = ColdBelow.of(subject, view, instruction);
                    if (!below.movable().isEmpty() && told.addAll(below.movable())) {
                        report(view, below, cause.get(), subject.heat(), findings);
                    }
                }
            }
        }
    }

    private static void report(StageView view, ColdBelow below, ContextCopy copy, Heat heat, Findings findings) {
        Instruction hot = below.hot();
        List<Step> again = view.reruns().afterFiles(copy.step().instruction()).stream()
                .filter(step -> below.movable().contains(step.instruction()))
                .toList();
        if (again.size() < below.movable().size()) {
            return;
        }
        String cause = copy.hottest(heat, path -> true)
                .map(path -> path.isEmpty() ? "any file" : path)
                .orElse("it");
        List<Integer> more =
                below.movable().stream().skip(1).map(Instruction::line).toList();
        boolean installs = !below.runs().isEmpty();
        findings.add(
                        below.movable().get(0),
                        "This has nothing to do with what line " + hot.line() + " copies, but is done again"
                                + (installs
                                        ? ", the install of line "
                                                + below.runs().get(0).line() + " with it,"
                                        : "")
                                + " whenever " + cause + " changes; move it"
                                + (more.isEmpty() ? "" : ", and " + Lines.named(more) + " with it,")
                                + " above that line")
                .severity(installs ? Severity.WARNING : INFO.severity())
                .evidence("steps", Evidence.steps(again))
                .evidence("paths", Evidence.paths(copy.paths()))
                .evidence("bytes", below.bytes())
                .fix(
                        below.sameOwners(),
                        "Move it above the copy",
                        edits -> below.movable().forEach(moved -> edits.moveBefore(moved, hot)));
    }
}
