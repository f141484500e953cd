package dev.varve.lint.shell;

import org.jspecify.annotations.Nullable;

/**
 * Where a command stands among the others.
 *
 * @param statement the statement that runs it, its wrappers and redirections included
 * @param pipeline the pipeline it is directly a part of; null where it is in none
 * @param stage its 0-based index in the pipeline; 0 without one
 * @param chain the {@code &&} and {@code ||} chain that it or its pipeline is directly a part of; null where it is in none
 * @param link the 0-based index in the chain; 0 without one
 * @param conditional whether it may be passed over although the script succeeds: in a branch, a loop, a function, or behind
 *     {@code ||}
 * @param depth how many groups, branches, substitutions and strings it is inside of
 */
public record Place(
        Statement.Simple statement,
        Statement.@Nullable Pipeline pipeline,
        int stage,
        Statement.@Nullable AndOr chain,
        int link,
        boolean conditional,
        int depth) {
    /** Whether it gets its input from a command in front of it. */
    public boolean isPipedInto() {
        return stage > 0;
    }

    /** Whether its output goes to a command behind it. */
    public boolean isPipedOn() {
        return pipeline != null && stage + 1 < pipeline.commands().size();
    }

    /** Whether it is neither in a chain, a pipeline nor a group: a statement of the script itself. */
    public boolean isAlone() {
        return pipeline == null && chain == null && depth == 0;
    }
}
