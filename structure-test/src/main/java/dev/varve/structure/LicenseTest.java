package dev.varve.structure;

import java.util.List;

/**
 * Licenses that must not be in the image.
 *
 * @param debian whether to look into those of all Debian packages
 * @param files further files of licenses
 */
public record LicenseTest(Place place, boolean debian, List<String> files) implements StructureTest {
    /** A test of a copied list. */
    public LicenseTest {
        files = List.copyOf(files);
    }

    @Override
    public String title() {
        return "License Test";
    }
}
