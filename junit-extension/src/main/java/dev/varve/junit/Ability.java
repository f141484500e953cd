package dev.varve.junit;

/** What an engine can do on some machines only. */
public enum Ability {
    /** Run processes: {@code RUN} of a Dockerfile, and containers. It needs Linux and its namespaces. */
    RUN
}
