package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import dev.varve.junit.ImageLayer;
import dev.varve.layer.Sizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that says how many bytes an image and its layers may take: {@code BYTES  WHAT} a line. */
final class SizeBudget {
    private static final String WHOLE = "the image";
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,18})\\s+(\\S.*?)\\s*");

    private final Path file;

    SizeBudget(Path file) {
        this.file = file;
    }

    private String update() {
        return "where that is meant, write the file anew with -Dvarve.update=true and review it: " + file;
    }

    /** Empty where the image keeps to it. */
    Optional<Mismatch> check(Image image) {
        Map<String, Long> sizes = sizes(image);
        try {
            if (Boolean.getBoolean("varve.update")) {
                write(sizes);
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                return Optional.of(new Mismatch(
                        "a size budget in " + file,
                        "no such file",
                        "write it with -Dvarve.update=true and keep it with the tests"));
            }
            return compare(sizes, read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Mismatch> compare(Map<String, Long> sizes, Map<String, Long> budget) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Long> size : sizes.entrySet()) {
            Long most = budget.get(size.getKey());
            if (most == null || size.getValue() > most) {
                expected.add(
                        most == null
                                ? "no further layer " + size.getKey()
                                : "at most " + most + " bytes for " + size.getKey());
                found.add(size.getValue() + " bytes"
                        + (most == null ? "" : ", " + Sizes.of(size.getValue() - most) + " more"));
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(Mismatch.lines(expected), Mismatch.lines(found), update()));
    }

    private static Map<String, Long> sizes(Image image) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put(WHOLE, image.size());
        for (ImageLayer layer : image.layers()) {
            sizes.merge(InstructionText.plain(layer.instruction()), layer.size(), Long::sum);
        }
        return sizes;
    }

    private Map<String, Long> read() throws IOException {
        Map<String, Long> budget = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                budget.put(parts.group(2), Long.parseLong(parts.group(1)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IOException(file + ":" + number + ": expected BYTES and what takes them: '" + line + "'");
            }
        }
        return budget;
    }

    private void write(Map<String, Long> sizes) throws IOException {
        StringBuilder text = new StringBuilder("# the most bytes of the image and of each layer, uncompressed\n");
        sizes.forEach((what, size) -> text.append("%12d  %s%n".formatted(size, what)));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, text.toString().replace("\r\n", "\n"));
    }
}
