package dev.varve.dockerfile;

import java.util.List;

/**
 * Sets labels of the image.
 *
 * @param assignments at least one
 */
public record Label(Syntax syntax, List<Assignment> assignments) implements Instruction {
    public Label {
        assignments = List.copyOf(assignments);
    }
}
