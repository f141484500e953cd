package dev.varve.structure;

import java.util.List;

/**
 * A test that cannot be run, or a file that cannot be read. It fails wherever it is run.
 *
 * @param problems each with its file, line and column
 */
public record InvalidTest(String title, Place place, List<String> problems) implements StructureTest {
    /** A test of a copied list. */
    public InvalidTest {
        problems = List.copyOf(problems);
    }
}
