package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import java.util.List;

/**
 * {@code name=value} in front of a command or alone.
 *
 * @param name with its subscript, if it has one
 * @param append whether it is {@code +=}
 * @param values one word, or those of an array
 * @param range from the name to the end of the value
 */
public record ShellAssignment(String name, boolean append, List<ShellWord> values, SourceRange range) {
    public ShellAssignment {
        values = List.copyOf(values);
    }
}
