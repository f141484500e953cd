package dev.varve.structure;

import java.util.List;

/**
 * What a file of the image has in it.
 *
 * @param expected regular expressions to find in it
 * @param excluded regular expressions that must not be found in it
 */
public record FileContentTest(String name, Place place, String path, List<String> expected, List<String> excluded)
        implements StructureTest {
    /** A test of copied lists. */
    public FileContentTest {
        expected = List.copyOf(expected);
        excluded = List.copyOf(excluded);
    }

    @Override
    public String title() {
        return "File Content Test: " + name;
    }
}
