package dev.varve.rules.cache;

import dev.varve.context.Entry;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One COPY of much that seldom changes together with what often does. */
public final class MixedCopy implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("mixed-copy", Category.CACHE, Severity.INFO);

    private static final long MUCH = 1 << 20;
    private static final Set<String> KEPT_FLAGS = Set.of("chown", "chmod", "link");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Copy copy && copy.sources().size() > 1) {
                    check(subject, view, copy, findings);
                }
            }
        }
    }

    private static void check(Subject subject, StageView view, Copy copy, Findings findings) {
        Heat heat = subject.heat();
        List<CopySource> sources = CopySource.of(view, copy);
        List<CopySource> cold =
                sources.stream().filter(source -> source.heat(heat) <= Heat.HOT).toList();
        List<CopySource> hot =
                sources.stream().filter(source -> source.heat(heat) > Heat.HOT).toList();
        long bytes = cold.stream().mapToLong(CopySource::bytes).sum();
        long changing = hot.stream().mapToLong(CopySource::bytes).sum();
        if (hot.isEmpty() || bytes < MUCH || bytes < changing) {
            return;
        }
        String names = cold.stream()
                .filter(source -> source.bytes() > 0)
                .map(source -> source.word().text())
                .collect(Collectors.joining(", "));
        String cause = hot.get(0).hottest(heat).map(Entry::path).orElse("it");
        Findings.Draft finding = findings.add(
                        copy,
                        "Whenever " + cause + " changes, this makes a layer with " + names + " (" + Bytes.text(bytes)
                                + ") in it once more, which seldom changes; copy that in a COPY of its own above")
                .evidence("steps", Evidence.steps(view.reruns().afterFiles(copy)))
                .evidence(
                        "paths",
                        Evidence.paths(cold.stream()
                                .flatMap(source -> source.files().stream())
                                .map(Entry::path)
                                .toList()))
                .evidence("bytes", bytes);
        boolean folder = copy.destination().text().matches("(.*/)?\\.{0,2}");
        boolean plain = copy.syntax().form() != Form.EXEC
                && copy.syntax().heredocs().isEmpty()
                && copy.syntax().flags().stream().map(Flag::name).allMatch(KEPT_FLAGS::contains);
        if (folder && plain && areApart(cold, hot)) {
            finding.safeFix("Copy what seldom changes first", edits -> split(subject, copy, cold, edits));
        }
    }

    /** Whether no file of one replaces one of the other. */
    private static boolean areApart(List<CopySource> cold, List<CopySource> hot) {
        Set<String> targets = new HashSet<>();
        cold.forEach(source -> targets.addAll(source.targets()));
        return hot.stream().flatMap(source -> source.targets().stream()).noneMatch(targets::contains);
    }

    private static void split(Subject subject, Copy copy, List<CopySource> cold, TextEdits edits) {
        String text = subject.dockerfile().text();
        int flags = copy.sources().get(0).range().start();
        String start = text.substring(copy.syntax().keyword().range().start(), flags);
        String words = cold.stream().map(source -> source.word().text()).collect(Collectors.joining(" "));
        edits.insertBefore(
                copy,
                start.replaceAll("\\s+", " ") + words + " " + copy.destination().text());
        for (CopySource source : cold) {
            int end = source.word().range().end();
            int next = end;
            while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
                next++;
            }
            edits.delete(new SourceRange(source.word().range().start(), next));
        }
    }
}
