package dev.varve.lint.history.replay;

import dev.varve.context.DockerIgnore;
import dev.varve.context.Selector;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PathKind;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds what git ignores by its name, and an instruction that takes a whole folder copies all the same where it is there. */
public final class IgnoredSources {
    private static final int MOST = 6;

    private final History history;
    private final List<String> names;

    /**
     * @param head the last commit's files
     * @param ignore the text of the build's own ignore file
     */
    public IgnoredSources(History history, HeadFiles head, Optional<String> ignore) {
        this.history = history;
        DockerIgnore excluded = ignore.map(DockerIgnore::parse).orElseGet(DockerIgnore::none);
        this.names = head.text(".gitignore").stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.matches("/?[\\w.@+-][\\w./@+ -]*"))
                .map(line -> line.replaceAll("^/|/$", ""))
                .filter(path -> !excluded.excludes(path) && !isTracked(path))
                .distinct()
                .toList();
    }

    private boolean isTracked(String path) {
        return Arrays.stream(PathKind.values()).anyMatch(kind -> history.paths().find(path, kind) >= 0);
    }

    public List<String> notes(Setup setup) {
        List<String> notes = new ArrayList<>();
        for (Step step : setup.steps()) {
            List<String> taken =
                    names.stream().filter(name -> takes(step, name)).toList();
            if (!taken.isEmpty()) {
                notes.add("line " + step.line()
                        + " takes what git ignores where it is there, and the build's ignore file does not"
                        + " keep it out: " + String.join(", ", taken.subList(0, Math.min(MOST, taken.size())))
                        + (taken.size() > MOST ? " and " + (taken.size() - MOST) + " more" : "")
                        + "; what changes there cannot be seen");
            }
        }
        return notes;
    }

    private static boolean takes(Step step, String name) {
        for (Input input : step.operation().map(Operation::inputs).orElse(List.of())) {
            if (input.source().equals(Source.Context.MAIN)
                    && input.selectors().stream().anyMatch(selector -> takes(selector, name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(Selector selector, String name) {
        String folder = selector.path().substring(1);
        return !selector.wildcard() && (folder.isEmpty() || name.startsWith(folder + "/"));
    }
}
