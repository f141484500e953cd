package dev.varve.dockerfile;

import java.util.List;

/**
 * Sets environment variables.
 *
 * @param assignments at least one
 */
public record Env(Syntax syntax, List<Assignment> assignments) implements Instruction {
    public Env {
        assignments = List.copyOf(assignments);
    }
}
