package dev.varve.lint.history.git;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Where a range begins: with a commit, with a time, or nowhere.
 *
 * @param commit the first one
 * @param time the first commits' earliest time
 */
record Since(Optional<RevCommit> commit, Optional<Instant> time) {

    /** Finds a revision. */
    @FunctionalInterface
    interface Revisions {
        RevCommit find(String revision) throws HistoryException, IOException;
    }

    static Since of(Optional<String> text, Revisions revisions) throws HistoryException, IOException {
        if (text.isEmpty()) {
            return new Since(Optional.empty(), Optional.empty());
        }
        Optional<Instant> time = time(text.get());
        return time.isPresent()
                ? new Since(Optional.empty(), time)
                : new Since(Optional.of(revisions.find(text.get())), Optional.empty());
    }

    private static Optional<Instant> time(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isBefore(RevCommit candidate) {
        return time.isPresent() && candidate.getCommitTime() < time.get().getEpochSecond();
    }
}
