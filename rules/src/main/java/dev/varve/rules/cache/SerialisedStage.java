package dev.varve.rules.cache;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;

/** A RUN that waits for another stage of which it reads nothing. */
public final class SerialisedStage implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("serialised-stage", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Stranded stranded :
                    Stranded.in(view, instruction -> source(view, instruction).isPresent())) {
                if (Quick.is(subject.script(stranded.run()))) {
                    continue;
                }
                report(view, stranded, findings);
            }
        }
    }

    /** The step of another stage whose result an instruction copies. */
    private static Optional<Step> source(StageView view, Instruction instruction) {
        if (!(instruction instanceof Copy copy) || copy.from() == null) {
            return Optional.empty();
        }
        return view.step(instruction)
                .flatMap(Step::operation)
                .map(CopyFiles.class::cast)
                .flatMap(files -> files.actions().stream()
                        .map(action -> action.source())
                        .filter(Source.Result.class::isInstance)
                        .map(source -> ((Source.Result) source).step())
                        .findFirst());
    }

    private static void report(StageView view, Stranded stranded, Findings findings) {
        Step source = source(view, stranded.copy()).orElseThrow();
        List<Step> waitsFor = view.plan().stage(source.stage()).orElseThrow().steps().stream()
                .filter(step -> step.operation().isPresent())
                .toList();
        String stage = view.plan().stage(source.stage()).orElseThrow().name();
        findings.add(
                        stranded.run(),
                        "This RUN reads nothing of what line " + stranded.copy().line() + " copies from stage " + stage
                                + ", but waits for that stage and runs again whenever its result changes; move it above"
                                + " that line")
                .evidence("steps", Evidence.steps(waitsFor))
                .safeFix("Move the RUN above the copy", edits -> {
                    stranded.along().forEach(other -> edits.moveBefore(other, stranded.copy()));
                    edits.moveBefore(stranded.run(), stranded.copy());
                });
    }
}
