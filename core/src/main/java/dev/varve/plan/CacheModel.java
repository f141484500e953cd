package dev.varve.plan;

/** How a builder decides that a step need not run again. */
public enum CacheModel {
    /**
     * BuildKit: a graph of operations. A step is reused where its own definition and all its inputs are known; files
     * count by their content, instructions that only change the configuration not at all.
     */
    BUILDKIT,

    /**
     * The textbook chain of the legacy builder, kaniko and buildah: every instruction is a step, each depends on the
     * one before it, and after the first miss everything in the stage misses.
     */
    CLASSIC
}
