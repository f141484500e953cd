package dev.varve.rules.cache;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An argument from above the first FROM that a stage declares again and does not use. */
public final class UnusedArgument implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("unused-argument", Category.CACHE, Severity.INFO);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> global = subject.dockerfile().globalArgs().stream()
                .flatMap(arg -> arg.declarations().stream())
                .map(ArgDeclaration::name)
                .collect(Collectors.toSet());
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Arg arg
                        && arg.declarations().size() == 1
                        && global.contains(arg.declarations().get(0).name())
                        && !isBase(subject, view)) {
                    check(view, arg, findings);
                }
            }
        }
    }

    /** What a stage declares is declared in those that begin with it too. */
    private static boolean isBase(Subject subject, StageView view) {
        String name = view.stage().name();
        return name != null
                && subject.dockerfile().stages().stream()
                        .anyMatch(stage -> stage.from().base().text().equalsIgnoreCase(name));
    }

    private static void check(StageView view, Arg arg, Findings findings) {
        boolean used = view.behind(arg).stream()
                .anyMatch(below -> !view.movement().between(arg, below).isEmpty());
        if (used) {
            return;
        }
        String name = arg.declarations().get(0).name();
        List<Step> again = view.reruns().afterArgument(name).stream()
                .filter(step -> step.stage() == view.stage().index())
                .filter(step -> step.line() > arg.line())
                .toList();
        if (!again.isEmpty()) {
            findings.add(
                            arg,
                            "Nothing in this stage uses " + name
                                    + ", but steps below run again with each value; delete it")
                    .evidence("steps", Evidence.steps(again))
                    .safeFix("Delete the ARG", edits -> edits.delete(arg));
        }
    }
}
