package dev.varve.dockerfile;

import java.util.List;

/**
 * Declares volumes.
 *
 * @param paths at least one, without surrounding white space
 */
public record Volume(Syntax syntax, List<Word> paths) implements Instruction {
    public Volume {
        paths = List.copyOf(paths);
    }
}
