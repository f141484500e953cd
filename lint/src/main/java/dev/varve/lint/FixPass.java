package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.SourceRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fixes of one text that do not touch the same places. */
final class FixPass {
    private final Dockerfile file;
    private final List<Edit> edits = new ArrayList<>();

    FixPass(Dockerfile file) {
        this.file = file;
    }

    /** Takes a fix as a whole, or not at all where an earlier one changes the same place. */
    boolean add(Fix fix) {
        if (fix.edits().stream().anyMatch(edit -> edits.stream().anyMatch(other -> collide(edit, other)))) {
            return false;
        }
        edits.addAll(fix.edits());
        return true;
    }

    /** Two insertions at one place would stand in an order that nobody chose. */
    private static boolean collide(Edit edit, Edit other) {
        SourceRange a = edit.range();
        SourceRange b = other.range();
        return a.overlaps(b)
                || a.start() == b.start()
                || (a.isEmpty() && touches(a, b))
                || (b.isEmpty() && touches(b, a));
    }

    private static boolean touches(SourceRange point, SourceRange range) {
        return range.start() <= point.start() && point.start() < range.end();
    }

    Dockerfile apply() {
        return Dockerfile.parse(file.file(), apply(file.text(), edits));
    }

    /** The text with edits applied that do not overlap. */
    static String apply(String text, List<Edit> edits) {
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(edit -> edit.range().start()));
        for (Edit edit : sorted) {
            out.append(text, copied, edit.range().start()).append(edit.text());
            copied = edit.range().end();
        }
        return out.append(text, copied, text.length()).toString();
    }
}
