package dev.varve.cli.build;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.BuildResult;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.ImageReference;
import dev.varve.registry.Compression;
import dev.varve.store.archive.ArchiveFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts what a build made where it was asked for: always into the store, under its names, and wherever {@code --output} says. */
final class Exports {
    private final List<ImageOutput> outputs = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    /** @param tags the values of {@code --tag} */
    Exports(List<String> flags, boolean push, List<String> tags) {
        tags.forEach(this::name);
        for (String flag : flags) {
            ImageOutput output = ImageOutput.parse(flag);
            output.names().forEach(this::name);
            outputs.add(output);
        }
        if (push) {
            outputs.add(ImageOutput.parse("type=registry"));
        }
        if (names.isEmpty() && outputs.stream().anyMatch(output -> output.type() == ImageOutput.Type.REGISTRY)) {
            throw new Failure("an image is pushed under a name; --tag gives it one");
        }
    }

    private void name(String text) {
        ImageReference name = ImageNames.parse(text);
        if (name.digest().isPresent()) {
            throw new Failure("'" + text + "' has a digest; a name that is given to an image has none");
        }
        names.add(name.toString());
    }

    /** The names that the image is to have. */
    Set<String> names() {
        return names;
    }

    void write(BuildResult result, Engine engine, BuildLog log, Console console) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("writing image " + result.image() + " done");
        result.tags().forEach(name -> lines.add("naming to " + name + " done"));
        log.during("exporting to image", () -> {}, lines.toArray(String[]::new));
        for (ImageOutput output : outputs) {
            if (output.type() != ImageOutput.Type.STORE) {
                String where = output.dest().map(dest -> " to " + dest).orElse("");
                log.during(
                        "exporting " + output.type().name().toLowerCase(java.util.Locale.ROOT) + where,
                        () -> write(output, result, engine, log, console));
            }
        }
    }

    private static void write(ImageOutput output, BuildResult result, Engine engine, BuildLog log, Console console)
            throws IOException {
        Image image = engine.image(result.image().toString());
        List<String> saved = result.tags().isEmpty()
                ? List.of(result.image().toString())
                : result.tags().stream().map(ImageReference::toString).toList();
        Path dest = Path.of(output.dest().orElse(""));
        switch (output.type()) {
            case DOCKER -> save(output, saved, ArchiveFormat.DOCKER, engine, console);
            case OCI -> save(output, saved, ArchiveFormat.OCI, engine, console);
            case OCI_FOLDER -> engine.saveLayout(saved, dest);
            case LOCAL -> engine.exportFiles(image, dest).forEach(log::warning);
            case TAR -> {
                try (OutputStream out = output.isStandardOutput() ? open(console) : Files.newOutputStream(dest)) {
                    engine.exportFiles(image, out);
                }
            }
            case REGISTRY -> {
                for (ImageReference name : result.tags()) {
                    engine.push(name, Compression.DEFAULT, log);
                }
            }
            case STORE -> {}
        }
    }

    private static void save(
            ImageOutput output, List<String> images, ArchiveFormat format, Engine engine, Console console)
            throws IOException {
        if (output.isStandardOutput()) {
            engine.save(images, format, open(console));
        } else {
            engine.save(images, format, Path.of(output.dest().orElse("")));
        }
    }

    private static OutputStream open(Console console) {
        if (console.terminal().out()) {
            throw new Failure("an archive is not written to a terminal; name a file or redirect");
        }
        console.out().flush();
        return console.raw();
    }
}
