package dev.varve.lint;

import dev.varve.context.DockerIgnore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A build context on disk.
 *
 * @param path the folder
 * @param ignoreFile the ignore file that applies; empty where there is none
 */
public record ContextFolder(Path path, Optional<Path> ignoreFile) {

    /** The folder that a Dockerfile is built with. */
    public static ContextFolder of(Path folder, Path dockerfile) {
        return new ContextFolder(folder, DockerIgnore.locate(folder, dockerfile));
    }

    /**
     * What the ignore file says.
     *
     * @throws IOException if it cannot be read
     */
    public DockerIgnore ignore() throws IOException {
        return ignoreFile.isPresent() ? DockerIgnore.read(ignoreFile.get()) : DockerIgnore.none();
    }
}
