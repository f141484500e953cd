package dev.varve.structure;

import java.nio.file.Path;
import java.util.List;

/**
 * What a file says.
 *
 * @param schema 1.0.0 or 2.0.0; empty where it could not be read
 * @param globalEnv variables for all tests
 * @param tests in the order in which they are run: commands, contents of files, existence of files, licenses, metadata
 */
public record StructureFile(
        Path file, String schema, List<Pair> globalEnv, RunOptions options, List<StructureTest> tests) {
    /** A file of copied lists. */
    public StructureFile {
        globalEnv = List.copyOf(globalEnv);
        tests = List.copyOf(tests);
    }

    /** A file with nothing but a test that fails. */
    static StructureFile invalid(Place place, String problem) {
        InvalidTest test = new InvalidTest(place.file().toString(), place, List.of(problem));
        return new StructureFile(place.file(), "", List.of(), RunOptions.NONE, List.of(test));
    }

    /** Whether it is of schema 1.0.0, in which variables of all tests reach nothing but setup commands. */
    boolean isOld() {
        return schema.equals("1.0.0");
    }
}
