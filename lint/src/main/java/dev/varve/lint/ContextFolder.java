package dev.varve.lint;

import dev.varve.context.DigestCache;
import dev.varve.context.DockerIgnore;
import dev.varve.context.FolderContext;
import dev.varve.lint.layers.ContextFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A build context on disk. It is walked once, when its files are first asked for. Safe for use by several threads. */
public final class ContextFolder {
    private final Path path;
    private final Optional<Path> ignoreFile;
    private boolean walked;
    private @Nullable ContextFiles files;

    private ContextFolder(Path path, Optional<Path> ignoreFile) {
        this.path = path;
        this.ignoreFile = ignoreFile;
    }

    /** The folder that a Dockerfile is built with. */
    public static ContextFolder of(Path folder, Path dockerfile) {
        return new ContextFolder(folder, DockerIgnore.locate(folder, dockerfile));
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The ignore file that applies; empty where there is none. */
    public Optional<Path> ignoreFile() {
        return ignoreFile;
    }

    /**
     * What the ignore file says.
     *
     * @throws IOException if it cannot be read
     */
    public DockerIgnore ignore() throws IOException {
        return ignoreFile.isPresent() ? DockerIgnore.read(ignoreFile.get()) : DockerIgnore.none();
    }

    /** What is sent to the builder; empty where the folder cannot be read. */
    public synchronized Optional<ContextFiles> files() {
        if (!walked) {
            walked = true;
            files = walk();
        }
        return Optional.ofNullable(files);
    }

    private @Nullable ContextFiles walk() {
        try {
            return new ContextFiles(FolderContext.of(path, ignore(), DigestCache.none()));
        } catch (IOException e) {
            return null;
        }
    }
}
