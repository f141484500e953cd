package dev.varve.dockerfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files under {@code src/test/resources/dockerfile}. */
final class Fixtures {
    private Fixtures() {}

    /** The Dockerfiles that have a tree beside them, by name and in order. */
    static List<String> trees() {
        try (Stream<Path> files = Files.list(path("tree"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".Dockerfile"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /**
     * The rows of a table without its first, which says what the columns are. In a table ␉ is a tab, ␊ a line feed and ␍ a
     * carriage return.
     */
    static List<String[]> table(String name) {
        return text(name)
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split("\t", -1))
                        .map(cell -> cell.replace('␉', '\t').replace('␊', '\n').replace('␍', '\r'))
                        .toArray(String[]::new))
                .toList();
    }

    private static Path path(String name) {
        URL url = Objects.requireNonNull(Fixtures.class.getResource("/dockerfile/" + name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
