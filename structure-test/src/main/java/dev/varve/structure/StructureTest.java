package dev.varve.structure;

/** What a file asks of an image. Texts and lists that are not given are empty. */
public sealed interface StructureTest
        permits CommandTest, FileContentTest, FileExistenceTest, LicenseTest, MetadataTest, InvalidTest {
    /** How it is told in reports: its kind and its name. */
    String title();

    Place place();
}
