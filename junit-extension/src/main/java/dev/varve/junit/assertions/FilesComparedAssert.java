package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.assertions.FileDifferences.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Assertions about what the files of an image differ in from those of another. */
public class FilesComparedAssert extends VarveAssert<FilesComparedAssert, Image> {
    private final Image before;
    private final SortedMap<String, Kind> differences;
    private final Set<String> told = new HashSet<>();

    FilesComparedAssert(Image actual, Image before) {
        super(actual, FilesComparedAssert.class);
        this.before = before;
        this.differences = FileDifferences.between(before, actual);
    }

    @Override
    String subject() {
        return "the files of " + actual + " compared to " + before;
    }

    /** Has these, which the other has not; what lies below a new folder need not be named. */
    public FilesComparedAssert adds(String... paths) {
        return told(Kind.ADDED, paths);
    }

    /** Has these otherwise than the other. */
    public FilesComparedAssert changes(String... paths) {
        return told(Kind.CHANGED, paths);
    }

    /** Has not these, which the other has; what lay below a folder need not be named. */
    public FilesComparedAssert removes(String... paths) {
        return told(Kind.REMOVED, paths);
    }

    private FilesComparedAssert told(Kind kind, String... paths) {
        for (String path : paths) {
            told.add(path);
            Kind found = differences.get(path);
            require(
                    found == kind,
                    () -> Mismatch.of(
                            path + " " + inWords(kind),
                            (found == null ? path + " is as it was" : path + " was " + inWords(found))
                                    + "; the differences are\n" + Mismatch.lines(lines())));
        }
        return this;
    }

    private static String inWords(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private List<String> lines() {
        return differences.entrySet().stream().map(FilesComparedAssert::line).toList();
    }

    private static String line(Map.Entry<String, Kind> difference) {
        return inWords(difference.getValue()) + "  " + difference.getKey();
    }

    /** Differs in nothing but what was named before. */
    public FilesComparedAssert andNothingElse() {
        List<String> others = differences.entrySet().stream()
                .filter(difference -> !isTold(difference.getKey(), difference.getValue()))
                .map(FilesComparedAssert::line)
                .toList();
        return require(
                others.isEmpty(),
                () -> Mismatch.of(told.isEmpty() ? "no difference" : "no other difference", Mismatch.lines(others)));
    }

    private boolean isTold(String path, Kind kind) {
        if (told.contains(path)) {
            return true;
        }
        for (int slash = path.lastIndexOf('/');
                kind != Kind.CHANGED && slash > 0;
                slash = path.lastIndexOf('/', slash - 1)) {
            String folder = path.substring(0, slash);
            if (told.contains(folder) && differences.get(folder) == kind) {
                return true;
            }
        }
        return false;
    }

    /** Differs in nothing. */
    public FilesComparedAssert areTheSame() {
        return andNothingElse();
    }
}
