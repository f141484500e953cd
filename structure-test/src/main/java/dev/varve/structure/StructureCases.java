package dev.varve.structure;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tests of files with the image that they are for. They may be run at once by several threads, until this is closed. */
public final class StructureCases implements Closeable {
    private final ImageUnderTest image;
    private final List<StructureCase> cases = new ArrayList<>();

    StructureCases(ImageUnderTest image, List<StructureFile> files) {
        this.image = image;
        for (StructureFile file : files) {
            file.tests().forEach(test -> cases.add(new StructureCase(image, file, test)));
        }
    }

    /** All of them, in the order in which they are written; at least one. */
    public List<StructureCase> list() {
        return List.copyOf(cases);
    }

    /** Runs all of them, one after the other. */
    public List<StructureResult> execute() throws InterruptedException {
        List<StructureResult> results = new ArrayList<>();
        for (StructureCase one : cases) {
            results.add(one.execute());
        }
        return results;
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}
