package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Workdir;
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
import java.util.Optional;
import java.util.function.Predicate;

/** Sources that are copied before the dependencies are installed. */
public final class CopyBeforeInstall implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("copy-before-install", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run) {
                    Install.of(view, run, subject.script(run))
                            .ifPresent(install -> check(subject, view, install, findings));
                }
            }
        }
    }

    private static void check(Subject subject, StageView view, Install install, Findings findings) {
        Heat heat = subject.heat();
        for (Instruction instruction : view.instructions()) {
            if (instruction == install.run()) {
                return;
            }
            Optional<ContextCopy> copy = view.copy(instruction);
            Predicate<String> unread =
                    path -> path.isEmpty() || !install.reads().includes(path);
            Optional<String> hottest =
                    copy.filter(copied -> copied.heat(heat) > Heat.HOT).flatMap(copied -> copied.hottest(heat, unread));
            if (hottest.isEmpty() || isCold(copy.orElseThrow(), heat, hottest.get(), unread)) {
                continue;
            }
            if (canBeApart(subject, view, instruction, install)) {
                report(subject, view, instruction, install, hottest.get(), findings);
                return;
            }
        }
    }

    /** Many paths that are each cold may be hot together. */
    private static boolean isCold(ContextCopy copy, Heat heat, String hottest, Predicate<String> unread) {
        return heat.of(hottest) <= Heat.HOT && copy.heat(heat, unread) <= Heat.HOT;
    }

    /** Whether nothing between the copy and the install keeps them together, and no earlier install did the work. */
    private static boolean canBeApart(Subject subject, StageView view, Instruction copy, Install install) {
        boolean free = view.between(copy, install.run()).stream()
                .allMatch(between -> between instanceof Workdir
                        || view.movement().between(copy, between).isEmpty()
                        || (between instanceof Run run && isBeside(subject, view, run, install)));
        boolean again = view.instructions().stream()
                .takeWhile(instruction -> instruction != copy)
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .flatMap(run -> Install.of(view, run, subject.script(run)).stream())
                .anyMatch(earlier ->
                        earlier.reads().ecosystems().equals(install.reads().ecosystems()));
        boolean concerned = ManifestSplit.isInside(view, copy, install)
                || view.movement().obstacle(install.run(), copy).isEmpty();
        return free && !again && concerned;
    }

    /** Whether a step is another install, or makes a file or folder that is nothing to this one. */
    private static boolean isBeside(Subject subject, StageView view, Run run, Install install) {
        boolean makes = subject.script(run).commands().stream()
                .allMatch(command -> command.is("touch", "mkdir")
                        && command.operands().stream()
                                .noneMatch(path -> install.reads().includes(path.text())));
        return view.movement().reads(run) instanceof Reads.Manifests
                || (makes && subject.script(run).isKnown());
    }

    private static void report(
            Subject subject, StageView view, Instruction copy, Install install, String hottest, Findings findings) {
        List<Step> again = view.reruns().afterFiles(copy);
        if (again.stream().noneMatch(step -> step.instruction() == install.run())) {
            return;
        }
        String what = hottest.isEmpty() ? "any file" : hottest;
        ContextCopy copied = view.copy(copy).orElseThrow();
        Findings.Draft finding = findings.add(
                        copy,
                        "Whenever " + what + " changes, line " + install.run().line()
                                + " installs every dependency again; copy"
                                + " the manifests alone, install, and then copy the rest")
                .evidence("steps", Evidence.steps(again))
                .evidence("paths", Evidence.paths(copied.paths()))
                .evidence("bytes", copied.bytes());
        if (view.movement().obstacle(install.run(), copy).isEmpty()) {
            finding.safeFix("Move the install above the copy", edits -> edits.moveBefore(install.run(), copy));
        } else if (!install.isElsewhere(subject.script(install.run())) && movesAlone(view, copy, install)) {
            ManifestSplit.of(view, copy, install)
                    .ifPresent(split -> finding.fix(
                            split.safe(),
                            split.lines().isEmpty()
                                    ? "Copy the rest behind the install"
                                    : "Copy the manifests first, and the rest behind the install",
                            edits -> (split.lines().isEmpty() ? edits : edits.insertBefore(copy, split.lines()))
                                    .moveAfter(copy, install.run())));
        }
    }

    private static boolean movesAlone(StageView view, Instruction copy, Install install) {
        return view.between(copy, install.run()).stream()
                .allMatch(between -> view.movement().between(copy, between).isEmpty());
    }
}
