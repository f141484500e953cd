package dev.varve.rules.cache;

import dev.varve.context.Entry;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A COPY into a stage that takes more than anything there, or of what is copied out of it, reads. */
public final class WideCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("wide-copy", Category.CACHE, Severity.INFO);

    private static final long MUCH = 1 << 20;
    private static final int SHOWN = 4;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.context().isEmpty()) {
            return;
        }
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Copy copy
                        && view.copy(copy).isPresent()
                        && !isForInstall(subject, view, copy)) {
                    StageReads.of(subject, view, copy).ifPresent(reads -> check(subject, view, copy, reads, findings));
                }
            }
        }
    }

    /** Of a copy above an install another rule speaks. */
    private static boolean isForInstall(Subject subject, StageView view, Copy copy) {
        return view.behind(copy).stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .flatMap(run -> Install.of(view, run, subject.script(run)).stream())
                .anyMatch(install -> view.copy(copy).orElseThrow().anyPath(install.reads(), install.reads()::includes));
    }

    private static void check(Subject subject, StageView view, Copy copy, StageReads reads, Findings findings) {
        List<CopySource> sources = CopySource.of(view, copy);
        List<Entry> all =
                sources.stream().flatMap(source -> source.files().stream()).toList();
        Optional<GoSources> go = reads.go() ? go(subject, all) : Optional.empty();
        if (all.isEmpty() || (reads.go() && go.isEmpty())) {
            return;
        }
        List<Entry> unread = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            String to = to(view, copy, i);
            List<Entry> files = sources.get(i).files();
            List<String> targets = sources.get(i).targets();
            for (int j = 0; j < files.size(); j++) {
                String path = files.get(j).path();
                boolean one = files.size() == 1 && path.equals(sources.get(i).path()) && !to.endsWith("/");
                String target = one ? to : to.replaceFirst("/+$", "") + "/" + targets.get(j);
                if (!reads.includes(path, target)
                        && go.filter(known -> known.includes(path)).isEmpty()) {
                    unread.add(files.get(j));
                }
            }
        }
        report(subject, view, copy, all, unread, findings);
    }

    /** Reading what Go embeds costs a look into every source. */
    private record Go(Optional<GoSources> sources) {}

    private static Optional<GoSources> go(Subject subject, List<Entry> all) {
        return subject.files()
                .orElseThrow()
                .once(
                        List.of(Go.class, all),
                        Go.class,
                        context -> new Go(GoSources.of(context, all).stream().findFirst()))
                .sources();
    }

    private static String to(StageView view, Copy copy, int source) {
        return view.step(copy)
                .flatMap(Step::operation)
                .map(operation -> ((CopyFiles) operation).actions().get(source).to())
                .orElse("/");
    }

    private static void report(
            Subject subject, StageView view, Copy copy, List<Entry> all, List<Entry> unread, Findings findings) {
        long bytes = unread.stream().mapToLong(Entry::size).sum();
        Optional<Entry> hot = unread.stream()
                .filter(file -> subject.heat().of(file.path()) > Heat.HOT)
                .findFirst();
        List<Step> again = view.reruns().afterFiles(copy);
        boolean runs = again.stream().anyMatch(step -> step.instruction() instanceof Run);
        if (unread.isEmpty() || (bytes < MUCH && (hot.isEmpty() || !runs))) {
            return;
        }
        String what = unread.size() == all.size()
                ? "Nothing reads what this copies"
                : "Nothing reads " + String.join(", ", tops(unread, all)) + " of what this copies";
        findings.add(
                        copy,
                        what + " (" + Bytes.text(bytes)
                                + "), but every change of it"
                                + hot.map(file -> ", say of " + file.path() + ",")
                                        .orElse("")
                                + " makes this and the steps below again; copy less, or name it in .dockerignore")
                .evidence("steps", Evidence.steps(again))
                .evidence(
                        "paths", Evidence.paths(unread.stream().map(Entry::path).toList()))
                .evidence("bytes", bytes);
    }

    /** The folders and files at the top of which nothing is read, or else the files. */
    private static List<String> tops(List<Entry> unread, List<Entry> all) {
        Set<String> read = all.stream().map(Entry::path).collect(Collectors.toSet());
        unread.forEach(file -> read.remove(file.path()));
        Set<String> partly = read.stream().map(WideCopy::top).collect(Collectors.toSet());
        List<String> names = unread.stream()
                .map(file -> top(file.path()))
                .distinct()
                .filter(top -> !partly.contains(top))
                .toList();
        List<String> shown = names.isEmpty() ? unread.stream().map(Entry::path).toList() : names;
        List<String> first = new ArrayList<>(shown.subList(0, Math.min(SHOWN, shown.size())));
        if (shown.size() > SHOWN) {
            first.set(SHOWN - 1, first.get(SHOWN - 1) + " and more");
        }
        return first;
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
