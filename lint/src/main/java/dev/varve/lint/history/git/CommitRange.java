package dev.varve.lint.history.git;

import java.util.Optional;

/**
 * Which commits are replayed.
 *
 * @param commits how many at most, counted from the last
 * @param since where it begins: a date such as {@code 2026-01-31} or a revision, which is the first one then
 * @param branch the revision it ends with; what is checked out where empty
 * @param allParents whether the commits of merged branches count too, not only the line of first parents
 */
public record CommitRange(int commits, Optional<String> since, Optional<String> branch, boolean allParents) {
    private static final int COMMITS = 300;

    /** The last 300 commits of what is checked out. */
    public static CommitRange defaults() {
        return new CommitRange(COMMITS, Optional.empty(), Optional.empty(), false);
    }

    public CommitRange withCommits(int most) {
        return new CommitRange(most, since, branch, allParents);
    }

    public CommitRange withSince(String start) {
        return new CommitRange(commits, Optional.of(start), branch, allParents);
    }

    public CommitRange withBranch(String revision) {
        return new CommitRange(commits, since, Optional.of(revision), allParents);
    }

    public CommitRange withAllParents() {
        return new CommitRange(commits, since, branch, true);
    }
}
