package dev.varve.lint.history.git;

import java.time.Instant;
import java.util.List;

/**
 * A commit as the next state of the build context.
 *
 * @param id its full hexadecimal id
 * @param message the first line of its message
 * @param time when it was committed
 * @param changes since the commit before it in the replay; since nothing for the first
 */
public record PastCommit(String id, String message, Instant time, List<PathChange> changes) {}
