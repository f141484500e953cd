package dev.varve.rules.cache;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.ArgDeclaration;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Label;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An argument that is another one for each build, above steps that do not use it. */
public final class VolatileVariable implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("volatile-variable", Category.CACHE, Severity.WARNING);

    private static final Pattern VOLATILE = Pattern.compile(
            "(.*_)?(GIT_?(SHA|COMMIT|HASH|REV|REVISION|BRANCH|TAG|REF|VERSION|DESCRIBE)|COMMIT_?(SHA|HASH|ID|REF)|REVISION|SHA1?"
                    + "|VCS_(REF|REV|SHA)|SOURCE_COMMIT|BUILD_?(DATE|TIME|TIMESTAMP|NUMBER|ID|NUM|REV|SHA|VERSION|TAG)"
                    + "|DATE|TIMESTAMP|CACHE_?BUST(ER)?|CACHE_?DATE)");
    /** With another name in front it is the commit of what the build downloads, which somebody chooses. */
    private static final Pattern COMMIT = Pattern.compile(
            "((APP|BUILD|CI|CIRCLE|CURRENT|DRONE|GITHUB|GITLAB|HEAD|IMAGE|LAST|LATEST|REPO|SHORT|SOURCE|TRAVIS)_)?COMMIT");

    private static final Pattern RELEASE = Pattern.compile("((APP|IMAGE|RELEASE|PROJECT|PACKAGE)_)?VERSION");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("|dev(el|elop|elopment)?|unknown|latest|local|none|snapshot|0\\.0\\.0.*|master|main|n/a");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Arg arg
                        && arg.declarations().stream().allMatch(VolatileVariable::isVolatile)) {
                    check(subject, view, arg, findings);
                }
            }
        }
    }

    private static boolean isVolatile(ArgDeclaration declaration) {
        String fallback = declaration.defaultValue() == null
                ? ""
                : declaration.defaultValue().text().replaceAll("[\"']", "");
        return (VOLATILE.matcher(declaration.name()).matches()
                        || COMMIT.matcher(declaration.name()).matches()
                        || RELEASE.matcher(declaration.name()).matches())
                && PLACEHOLDER.matcher(fallback).matches();
    }

    private static void check(Subject subject, StageView view, Arg arg, Findings findings) {
        List<Instruction> moved = new ArrayList<>(List.of(arg));
        List<Instruction> free = new ArrayList<>();
        int last = -1;
        for (Instruction below : view.behind(arg)) {
            if (moved.stream()
                    .allMatch(above -> view.movement().between(above, below).isEmpty())) {
                free.add(below);
                last = isSlow(subject, below) ? free.size() - 1 : last;
            } else if (below instanceof Label || below instanceof Env) {
                moved.add(below);
            } else {
                break;
            }
        }
        if (last >= 0) {
            Instruction behind = free.get(last);
            report(
                    view,
                    moved.stream().filter(one -> one.line() < behind.line()).toList(),
                    free,
                    behind,
                    findings);
        }
    }

    /** @param moved the argument, and what takes its value to where it stands now */
    private static void report(
            StageView view, List<Instruction> moved, List<Instruction> free, Instruction behind, Findings findings) {
        Arg arg = (Arg) moved.get(0);
        String name = arg.declarations().get(0).name();
        List<Step> again = view.reruns().afterArgument(name).stream()
                .filter(step -> free.contains(step.instruction()))
                .toList();
        if (again.isEmpty()) {
            return;
        }
        List<Integer> along = moved.stream().skip(1).map(Instruction::line).toList();
        findings.add(
                        arg,
                        name
                                + " is another one for each build, and every RUN below it runs again because of it, used or not;"
                                + " declare it behind line " + behind.endLine()
                                + (along.isEmpty() ? "" : ", and move " + Lines.named(along) + " down with it"))
                .evidence("steps", Evidence.steps(again))
                .safeFix(
                        "Move the ARG down to where it is used",
                        edits -> moved.forEach(one -> edits.moveAfter(one, behind)));
    }

    private static boolean isSlow(Subject subject, Instruction instruction) {
        return instruction instanceof Run run && !Quick.is(subject.script(run));
    }
}
