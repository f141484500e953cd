package dev.varve.dockerfile;

import java.util.List;

/**
 * Declares build arguments.
 *
 * @param declarations at least one
 */
public record Arg(Syntax syntax, List<ArgDeclaration> declarations) implements Instruction {
    public Arg {
        declarations = List.copyOf(declarations);
    }
}
