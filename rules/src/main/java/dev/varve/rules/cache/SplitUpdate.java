package dev.varve.rules.cache;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The package lists are fetched in one step and used in another. */
public final class SplitUpdate implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("split-update", Category.CACHE, Severity.WARNING);
    private static final String[] APT = {"apt-get", "apt", "aptitude"};

    /** An install by lists that a step has fetched which installs something itself. */
    private record Later(Run run, Command install) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            check(subject, view, findings);
        }
    }

    private static void check(Subject subject, StageView view, Findings findings) {
        Optional<Run> update = Optional.empty();
        Optional<Run> keptLists = Optional.empty();
        List<Later> later = new ArrayList<>();
        for (Run run : runs(view)) {
            Script script = subject.script(run);
            List<Command> apt = script.commands(APT);
            Optional<Command> install = apt.stream()
                    .filter(command -> command.hasArgument("install"))
                    .findFirst();
            boolean updates = apt.stream().anyMatch(command -> command.hasArgument("update"));
            if (updates || mayUpdate(script)) {
                keptLists.ifPresent(fetching -> reportLater(view, fetching, later, findings));
                keptLists = Optional.empty();
                later.clear();
            }
            if (updates) {
                update = install.isPresent() ? Optional.empty() : Optional.of(run);
                keptLists = install.isPresent() && keepsLists(run, script) ? Optional.of(run) : Optional.empty();
            } else if (install.isPresent() && update.isPresent()) {
                report(subject, view, update.get(), run, install.get(), findings);
                update = Optional.empty();
            } else if (install.isPresent() && keptLists.isPresent()) {
                later.add(new Later(run, install.get()));
            }
        }
        keptLists.ifPresent(fetching -> reportLater(view, fetching, later, findings));
    }

    private static List<Run> runs(StageView view) {
        return view.instructions().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .toList();
    }

    /** What adds a repository updates too; of what is piped to a shell that is not known. */
    private static boolean mayUpdate(Script script) {
        return !script.commands("bash", "sh", "add-apt-repository").isEmpty();
    }

    private static boolean keepsLists(Run run, Script script) {
        return run.mounts().isEmpty()
                && script.isKnown()
                && script.commands("rm").isEmpty()
                && script.commands(APT).stream().noneMatch(command -> command.hasArgument("distclean"));
    }

    /** The step that fetches the lists uses them itself, so that it stays as it is. */
    private static void reportLater(StageView view, Run update, List<Later> later, Findings findings) {
        if (later.isEmpty()) {
            return;
        }
        List<Integer> lines = later.stream().skip(1).map(one -> one.run.line()).toList();
        Findings.Draft finding = findings.add(
                        later.get(0).install.range(),
                        "This installs by the package lists of line " + update.line()
                                + (lines.isEmpty() ? "" : ", as do " + Lines.named(lines) + ",")
                                + " which come from the cache and may be months old when this line changes, so that it fails;"
                                + " update them here too")
                .evidence(
                        "steps",
                        Evidence.steps(
                                Stream.concat(Stream.of(update), later.stream().map(Later::run))
                                        .map(run -> view.step(run).orElseThrow())
                                        .toList()));
        boolean plain = later.stream()
                .map(Later::install)
                .allMatch(install ->
                        install.place().depth() == 0 && install.wrappers().isEmpty());
        if (plain) {
            finding.unsafeFix(
                    "Update there too",
                    edits -> later.stream()
                            .map(Later::install)
                            .forEach(install -> edits.insert(install.range().start(), install.name() + " update && ")));
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
