package dev.varve.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A folder that is gone when it is closed; where its process dies before that, a later one removes it. */
public final class WorkFolder implements Closeable {
    private final Path path;
    private final FolderRemover remover;

    WorkFolder(Path path, FolderRemover remover) {
        this.path = path;
        this.remover = remover;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        remover.remove(path);
    }
}
