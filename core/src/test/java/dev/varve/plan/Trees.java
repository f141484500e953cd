package dev.varve.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;

/** Folders that tests write. */
final class Trees {
    private Trees() {}

    static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var files = Files.walk(path)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path one : all) {
                    Files.delete(one);
                }
            }
        }
    }

    static void setMode(Path path, String octal) throws IOException {
        int mode = Integer.parseInt(octal, 8);
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(text.toString()));
    }
}
