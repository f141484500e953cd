package dev.varve.lint.diff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Unified diffs, as {@code git apply} and {@code patch} read them. */
public final class UnifiedDiff {
    private UnifiedDiff() {}

    /** The diff of a file between two states; empty where they are the same. */
    public static String of(String path, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, old, now);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        String from = before.isEmpty() ? "/dev/null" : "a/" + path;
        return "--- " + from + "\n+++ b/" + path + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
