package dev.varve.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that nobody else may read, replaced as a whole. */
final class SecretFile {
    private SecretFile() {}

    static void write(Path file, byte[] bytes) throws IOException {
        // One that is a link, as in a folder of dotfiles, stays one.
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = Objects.requireNonNull(real.getParent(), "a file is in a folder");
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, posix ? mode("rwx------") : new FileAttribute<?>[0]);
        }
        Path aside =
                Files.createTempFile(folder, ".config", ".json", posix ? mode("rw-------") : new FileAttribute<?>[0]);
        try {
            Files.write(aside, bytes);
            Files.move(aside, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
