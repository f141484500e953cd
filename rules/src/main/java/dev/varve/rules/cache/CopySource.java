package dev.varve.rules.cache;

import dev.varve.context.Entry;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Word;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.plan.CopyAction;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the sources of a COPY, with what the build context has of it.
 *
 * @param word as it is written
 * @param path as a path of the context; the root is empty
 */
record CopySource(Word word, String path, List<Entry> files) {
    CopySource {
        files = List.copyOf(files);
    }

    /** The sources in their order; none where the context is not known or a source is no path of it. */
    static List<CopySource> of(StageView view, Copy copy) {
        List<CopyAction> actions = view.step(copy)
                .flatMap(Step::operation)
                .map(operation -> ((CopyFiles) operation).actions())
                .orElse(List.of());
        List<CopySource> sources = new ArrayList<>();
        boolean known = view.files().isPresent()
                && view.copy(copy).isPresent()
                && actions.size() == copy.sources().size();
        for (int i = 0; known && i < actions.size(); i++) {
            List<Entry> files =
                    view.files().orElseThrow().files(List.of(actions.get(i).files()));
            sources.add(new CopySource(
                    copy.sources().get(i), actions.get(i).files().path().substring(1), files));
        }
        return sources;
    }

    /** How often it changes, by its hottest file. */
    double heat(Heat heat) {
        return hottest(heat).map(entry -> heat.of(entry.path())).orElse(0.0);
    }

    /** The file that changes most often. */
    Optional<Entry> hottest(Heat heat) {
        return files.stream().max((a, b) -> Double.compare(heat.of(a.path()), heat.of(b.path())));
    }

    long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** Where its files go, seen from the destination. */
    List<String> targets() {
        return files.stream()
                .map(Entry::path)
                .map(file -> file.equals(path) || path.matches(".*[*?\\[].*")
                        ? file.substring(file.lastIndexOf('/') + 1)
                        : file.substring(path.isEmpty() ? 0 : path.length() + 1))
                .toList();
    }
}
