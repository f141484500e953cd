package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table of expected results: fields separated by tabs, the first line says what they are. */
final class GoldenFile {
    private GoldenFile() {}

    static List<String[]> read(String name) {
        try (InputStream in = GoldenFile.class.getResourceAsStream("/context/" + name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
