package dev.varve.cli.lint;

import dev.varve.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A Dockerfile that is to be linted.
 *
 * @param path where it is; empty for standard input
 * @param fromInput what standard input gave
 */
record Input(Optional<Path> path, Optional<Dockerfile> fromInput) {
    static Input of(Path path) {
        return new Input(Optional.of(path), Optional.empty());
    }

    static Input of(Dockerfile dockerfile) {
        return new Input(Optional.empty(), Optional.of(dockerfile));
    }

    /** @throws IOException where it cannot be read */
    Dockerfile read() throws IOException {
        return path.isPresent() ? Dockerfile.parse(path.get()) : fromInput.orElseThrow();
    }

    /** The folder that it is in. */
    Path folder() {
        return path.flatMap(file -> Optional.ofNullable(file.toAbsolutePath().getParent()))
                .orElse(Path.of("").toAbsolutePath());
    }
}
