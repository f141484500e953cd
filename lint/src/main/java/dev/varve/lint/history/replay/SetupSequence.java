package dev.varve.lint.history.replay;

import java.util.Optional;

/** The Dockerfile and the ignore file of each commit of a replay. */
@FunctionalInterface
public interface SetupSequence {

    /**
     * The same object while nothing changes; empty where the commit's Dockerfile cannot be built.
     *
     * @param commit its number
     */
    Optional<Setup> at(int commit);
}
