package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import java.util.List;
import java.util.Optional;

/** The package lists are fetched in one step and used in another. */
public final class SplitUpdate implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("split-update", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            Optional<Run> update = Optional.empty();
            for (Instruction instruction : view.instructions()) {
                if (!(instruction instanceof Run run)) {
                    continue;
                }
                Script script = subject.script(run);
                Optional<Command> install = script.commands("apt-get", "apt", "aptitude").stream()
                        .filter(command -> command.hasArgument("install"))
                        .findFirst();
                boolean updates = script.commands("apt-get", "apt", "aptitude").stream()
                        .anyMatch(command -> command.hasArgument("update"));
                if (updates) {
                    update = install.isPresent() ? Optional.empty() : Optional.of(run);
                } else if (install.isPresent() && update.isPresent()) {
                    report(subject, view, update.get(), run, install.get(), findings);
                    update = Optional.empty();
                }
            }
        }
    }

    private static void report(
            Subject subject, StageView view, Run update, Run run, Command install, Findings findings) {
        Findings.Draft finding = findings.add(
                        update,
                        "The package lists are fetched here and used in line " + run.line()
                                + ": when that line changes, this one comes from the cache with lists that may be months old, and"
                                + " the install fails; write both in one RUN")
                .evidence(
                        "steps",
                        Evidence.steps(List.of(
                                view.step(update).orElseThrow(), view.step(run).orElseThrow())));
        Script script = subject.script(update);
        boolean alone = script.commands().size() == 1
                && script.commands().get(0).place().isAlone();
        boolean near = view.between(update, run).stream().noneMatch(Run.class::isInstance);
        boolean first = subject.script(run).commands().get(0).equals(install)
                && install.place().depth() == 0;
        boolean plain = update.mounts().isEmpty()
                && update.network() == null
                && install.wrappers().isEmpty();
        if (alone
                && near
                && first
                && plain
                && view.movement().between(update, run).isPresent()) {
            String command = subject.dockerfile().text(script.commands().get(0).range());
            finding.safeFix(
                    "Update and install in one RUN",
                    edits -> edits.insert(install.range().start(), command + " && ")
                            .delete(update));
        }
    }
}
