package dev.varve.lint.shell;

import org.jspecify.annotations.Nullable;

/** What is around a statement, as {@link CommandFinder} goes down to it. */
record Surroundings(
        Statement.@Nullable Pipeline pipeline,
        int stage,
        Statement.@Nullable AndOr chain,
        int link,
        boolean conditional,
        int depth) {
    static final Surroundings NONE = new Surroundings(null, 0, null, 0, false, 0);

    Surroundings in(Statement.Pipeline inner, int index) {
        return new Surroundings(inner, index, chain, link, conditional, depth);
    }

    Surroundings in(Statement.AndOr inner, int index, boolean alternative) {
        return new Surroundings(null, 0, inner, index, conditional || alternative, depth);
    }

    /** In the body of a compound command. */
    Surroundings deeper(boolean perhaps) {
        return new Surroundings(null, 0, null, 0, conditional || perhaps, depth + 1);
    }

    /** In a substitution or a string. */
    Surroundings inside() {
        return deeper(false);
    }

    Place place(Statement.Simple statement) {
        return new Place(statement, pipeline, stage, chain, link, conditional, depth);
    }
}
