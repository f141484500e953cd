package dev.varve.structure;

import java.net.URI;

/** A test with the image that it is for. */
public final class StructureCase {
    private final ImageUnderTest image;
    private final StructureFile file;
    private final StructureTest test;

    StructureCase(ImageUnderTest image, StructureFile file, StructureTest test) {
        this.image = image;
        this.file = file;
        this.test = test;
    }

    /** The file that it is written in. */
    public StructureFile file() {
        return file;
    }

    /** What is tested. */
    public StructureTest test() {
        return test;
    }

    /** The kind and the name of the test. */
    public String displayName() {
        return test.title();
    }

    /** Where it is written, as JUnit takes it. */
    public URI source() {
        return test.place().uri();
    }

    /** Runs it. Whatever goes wrong is a failure of the result, with what to do about it. */
    public StructureResult execute() throws InterruptedException {
        return new Checks(image, file).run(test);
    }
}
