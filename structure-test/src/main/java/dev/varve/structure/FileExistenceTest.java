package dev.varve.structure;

import java.util.OptionalInt;

/**
 * Whether the image has a file.
 *
 * @param permissions as Go prints a mode, such as {@code -rwxr-xr-x}; empty for any
 * @param executableBy {@code owner}, {@code group}, {@code other} or {@code any}; empty where it does not matter
 */
public record FileExistenceTest(
        String name,
        Place place,
        String path,
        boolean shouldExist,
        String permissions,
        OptionalInt uid,
        OptionalInt gid,
        String executableBy)
        implements StructureTest {
    @Override
    public String title() {
        return "File Existence Test: " + name;
    }
}
