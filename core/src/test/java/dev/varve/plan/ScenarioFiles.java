package dev.varve.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scenarios under {@code src/test/resources/plan/scenarios}. */
final class ScenarioFiles {
    private static final Path FOLDER = Path.of("src/test/resources/plan/scenarios");

    private ScenarioFiles() {}

    static List<Path> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(Path file) throws IOException {
        return Scenario.parse(Files.readString(file));
    }
}
