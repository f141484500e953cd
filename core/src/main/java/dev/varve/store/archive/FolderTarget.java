package dev.varve.store.archive;

import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes a folder aside, and puts it into its place when it is whole. */
final class FolderTarget implements ArchiveTarget {
    private final Path folder;
    private final Path aside;

    private FolderTarget(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /** @throws StoreException where there is something in the folder already */
    static FolderTarget create(Path folder, Path aside) throws IOException {
        if (Files.exists(folder)) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                if (content.iterator().hasNext()) {
                    throw new StoreException(folder + " is not empty; choose another folder, or empty it");
                }
            }
        }
        Files.createDirectories(aside);
        return new FolderTarget(folder, aside);
    }

    @Override
    public void add(String path, long size, InputStream content) throws IOException {
        Path file = aside.resolve(path);
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
    }

    void finish() throws IOException {
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(aside)) {
            List<Path> left;
            try (Stream<Path> all = Files.walk(aside)) {
                left = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : left) {
                Files.delete(path);
            }
        }
    }
}
