package dev.varve.context;

import java.util.List;
import java.util.SortedMap;

/**
 * What a step depends on in a build context.
 *
 * @param digest equal for two contexts of one kind exactly when BuildKit's content-based key is
 * @param covered the entries that took part, by path
 * @param problems why BuildKit would fail the step: a path that is not there, a malformed pattern; none when all is well
 */
public record Selection(String digest, SortedMap<String, EntryDigest> covered, List<Problem> problems) {
    /** How what is covered here differs from before, sorted by path. */
    public List<Change> changesSince(Selection before) {
        throw new UnsupportedOperationException("not yet: " + before);
    }
}
