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
import dev.varve.lint.movement.Reads;
import dev.varve.plan.Step;
import java.util.List;

/** A RUN that reads nothing of what was copied above it, so that it runs again for nothing. */
public final class StrandedStep implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("stranded-step", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Stranded stranded : Stranded.in(view, instruction -> isHot(view, instruction, subject.heat()))) {
                if (Quick.is(subject.script(stranded.run()))
                        || view.movement().reads(stranded.run()) instanceof Reads.Manifests) {
                    continue;
                }
                report(view, stranded, subject.heat(), findings);
            }
        }
    }

    private static boolean isHot(StageView view, Instruction instruction, Heat heat) {
        return view.copy(instruction).filter(copy -> copy.heat(heat) > Heat.HOT).isPresent();
    }

    private static void report(StageView view, Stranded stranded, Heat heat, Findings findings) {
        ContextCopy copy = view.copy(stranded.copy()).orElseThrow();
        List<Step> again = view.reruns().afterFiles(stranded.copy());
        if (again.stream().noneMatch(step -> step.instruction() == stranded.run())) {
            return;
        }
        String cause = copy.hottest(heat, path -> true)
                .map(path -> path.isEmpty() ? "any file" : path)
                .orElse("it");
        findings.add(
                        stranded.run(),
                        "This RUN reads nothing of what line " + stranded.copy().line()
                                + " copies, but runs again whenever " + cause + " changes; move it above that line")
                .evidence("steps", Evidence.steps(again))
                .evidence("paths", Evidence.paths(copy.paths()))
                .evidence("bytes", copy.bytes())
                .safeFix("Move the RUN above the copy", edits -> {
                    stranded.along().forEach(other -> edits.moveBefore(other, stranded.copy()));
                    edits.moveBefore(stranded.run(), stranded.copy());
                });
    }
}
