package dev.varve.lint.history.replay;

import dev.varve.context.Selector;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PastCommit;
import dev.varve.lint.history.git.PathChange;
import dev.varve.lint.history.git.PathKind;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what a Dockerfile copies that is not in the repository, at some commits or at all. */
public final class MissingSources {
    private final History history;

    public MissingSources(History history) {
        this.history = history;
    }

    public List<String> notes(Setup setup) {
        List<String> notes = new ArrayList<>();
        for (Step step : setup.steps()) {
            for (Input input : step.operation().map(Operation::inputs).orElse(List.of())) {
                if (input.source().equals(Source.Context.MAIN)) {
                    input.selectors().forEach(selector -> note(step, selector, notes));
                }
            }
        }
        return notes;
    }

    private void note(Step step, Selector selector, List<String> notes) {
        String path = selector.path().substring(1);
        if (selector.wildcard() || path.isEmpty() || isBehindLink(path)) {
            return;
        }
        Set<Integer> numbers = new HashSet<>();
        for (PathKind kind : PathKind.values()) {
            numbers.add(history.paths().find(path, kind));
        }
        numbers.remove(-1);
        if (numbers.isEmpty()) {
            notes.add("line " + step.line() + " takes " + path
                    + ", which no commit has: it is made outside of git, and what changes there cannot be seen");
            return;
        }
        int lacking = lacking(numbers);
        if (lacking > 0) {
            notes.add(lacking + " commits have no " + path + ", which line " + step.line()
                    + " takes: it counts as empty there, where a real build would fail");
        }
    }

    private boolean isBehindLink(String path) {
        return history.links().keySet().stream().anyMatch(link -> path.equals(link) || path.startsWith(link + "/"));
    }

    private int lacking(Set<Integer> numbers) {
        Set<Integer> present = new HashSet<>();
        int lacking = 0;
        for (PastCommit commit : history.commits()) {
            for (PathChange change : commit.changes()) {
                if (numbers.contains(change.path())) {
                    if (change.after() == 0) {
                        present.remove(change.path());
                    } else {
                        present.add(change.path());
                    }
                }
            }
            lacking += present.isEmpty() ? 1 : 0;
        }
        return lacking;
    }
}
