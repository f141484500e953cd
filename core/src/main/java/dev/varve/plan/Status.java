package dev.varve.plan;

/** What becomes of a step. */
public enum Status {
    /** Its result is taken from the cache. */
    HIT,
    /** It runs again. */
    MISS,
    /** It depends on what another step produces, which only running that step can tell. */
    UNKNOWN
}
