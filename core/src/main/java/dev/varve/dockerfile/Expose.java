package dev.varve.dockerfile;

import java.util.List;

/**
 * Declares ports.
 *
 * @param ports at least one, in source order
 */
public record Expose(Syntax syntax, List<Word> ports) implements Instruction {
    public Expose {
        ports = List.copyOf(ports);
    }
}
