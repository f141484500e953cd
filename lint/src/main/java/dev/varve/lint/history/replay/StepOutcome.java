package dev.varve.lint.history.replay;

/** What became of one step at one commit. */
public enum StepOutcome {
    /** Its result was in the cache. */
    HIT,
    /** It ran again, and something that it reads had changed. */
    RERUN,
    /** It ran again though nothing that it reads had changed. */
    AVOIDABLE,
    /** It ran because nothing had been built before; not counted as run again. */
    COLD,
    /** The Dockerfile of that commit has no such step, or cannot be built. */
    NONE
}
