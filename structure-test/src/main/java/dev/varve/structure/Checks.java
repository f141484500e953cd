package dev.varve.structure;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

/** Runs the tests of a file. */
final class Checks {
    private final ImageUnderTest image;
    private final StructureFile file;

    Checks(ImageUnderTest image, StructureFile file) {
        this.image = image;
        this.file = file;
    }

    StructureResult run(StructureTest test) throws InterruptedException {
        try {
            if (test instanceof CommandTest command) {
                return new CommandCheck(image, file, command).run();
            }
            return StructureResult.of(test, failures(test));
        } catch (IOException e) {
            return StructureResult.of(test, List.of(because(e)));
        }
    }

    private List<String> failures(StructureTest test) throws IOException {
        if (test instanceof FileContentTest content) {
            return contentFailures(content);
        }
        if (test instanceof FileExistenceTest existence) {
            return new ExistenceCheck(image, file).failures(existence);
        }
        if (test instanceof LicenseTest license) {
            return new LicenseCheck(image).failures(license);
        }
        if (test instanceof MetadataTest metadata) {
            return new MetadataCheck(image.config()).failures(metadata);
        }
        return ((InvalidTest) test).problems();
    }

    private List<String> contentFailures(FileContentTest test) throws IOException {
        String content = GoText.of(image.read(test.path()));
        TextCheck check = new TextCheck(test.path(), content);
        check.expect(test.expected());
        check.exclude(test.excluded());
        return check.failures();
    }

    static String because(IOException e) {
        String message = e.getMessage();
        if (e instanceof FileSystemException) {
            return "cannot read " + message;
        }
        return message == null ? e.toString() : message;
    }
}
