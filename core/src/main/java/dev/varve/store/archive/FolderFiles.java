package dev.varve.store.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a folder, such as an OCI image layout. */
final class FolderFiles implements ArchiveFiles {
    private final Path folder;

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public Optional<ArchiveFile> find(String path) throws IOException {
        Path root = folder.toRealPath();
        try {
            Path file = root.resolve(path);
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root)
                    ? Optional.of(new FolderFile(file))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private record FolderFile(Path file) implements ArchiveFile {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    @Override
    public void close() {}
}
