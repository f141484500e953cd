package dev.varve.lint.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** A variant as a unified diff. */
final class VariantDiff {
    private VariantDiff() {}

    /** Empty where nothing differs; a file that was not there before is empty. */
    static String of(String path, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now), old, now);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        String from = before.isEmpty() ? "/dev/null" : "a/" + path;
        return "--- " + from + "\n+++ b/" + path + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
