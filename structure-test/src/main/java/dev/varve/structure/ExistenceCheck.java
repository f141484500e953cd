package dev.varve.structure;

import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a file is there, and what it is like. */
final class ExistenceCheck {
    private final ImageUnderTest image;
    private final StructureFile file;
    private final List<String> failures = new ArrayList<>();

    ExistenceCheck(ImageUnderTest image, StructureFile file) {
        this.image = image;
        this.file = file;
    }

    List<String> failures(FileExistenceTest test) throws IOException {
        String path =
                file.isOld() ? test.path() : Expansion.of(test.path(), new Environment(image.config(), file).known());
        Optional<LayerEntry> found = image.stat(path);
        if (found.isPresent() != test.shouldExist()) {
            failures.add(
                    test.shouldExist()
                            ? "expected " + path + ", which is not in the image"
                            : "expected no " + path + ", which is in the image");
        } else if (found.isPresent()) {
            compare(test, path, found.get());
        }
        return failures;
    }

    private void compare(FileExistenceTest test, String path, LayerEntry entry) {
        String mode = GoMode.of(entry);
        if (!test.permissions().isEmpty() && !test.permissions().equals(mode)) {
            failures.add("expected " + path + " with permissions " + test.permissions() + ", found " + mode);
        }
        int bits = bits(test.executableBy());
        if (bits != 0 && (entry.mode() & bits) == 0) {
            failures.add("expected " + path + " executable by " + test.executableBy() + ", found " + mode);
        }
        owner(path, "uid", test.uid(), entry.uid());
        owner(path, "gid", test.gid(), entry.gid());
    }

    private static int bits(String executableBy) {
        return switch (executableBy) {
            case "any" -> 0111;
            case "owner" -> 0100;
            case "group" -> 0010;
            case "other" -> 0001;
            default -> 0;
        };
    }

    private void owner(String path, String what, OptionalInt expected, long actual) {
        if (expected.isPresent() && expected.getAsInt() != actual) {
            failures.add("expected " + path + " with " + what + " " + expected.getAsInt() + ", found " + actual);
        }
    }
}
