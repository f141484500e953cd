package dev.varve.cli.lint;

import dev.varve.cli.console.Console;
import dev.varve.context.DockerIgnore;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Fix;
import dev.varve.lint.FixedFile;
import dev.varve.lint.OtherFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Builds a Dockerfile before and after it is mended, and compares the images. */
final class Verification {
    private static final String IGNORE_FILE = ".dockerignore";
    private static final int MOST_PATHS = 5;

    private final Console console;

    Verification(Console console) {
        this.console = console;
    }

    /** How the images differ, or why there are none; empty where they are the same. */
    Optional<String> compare(Path file, FixedFile fixed, Optional<ContextFolder> context)
            throws IOException, InterruptedException {
        Path folder = context.map(ContextFolder::path)
                .orElse(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
        Path scratch = Files.createTempDirectory("varve-verify");
        try (Engine engine = Engine.open(console.environment())) {
            Path mended =
                    Files.write(scratch.resolve("Dockerfile"), fixed.after().bytes());
            Optional<String> ignore = ignore(file, folder, fixed);
            if (ignore.isPresent()) {
                Files.writeString(scratch.resolve("Dockerfile" + IGNORE_FILE), ignore.get());
            }
            console.err().println("varve: " + file + ": building as it is");
            Image before = build(engine, folder, file);
            console.err().println("varve: " + file + ": building as it would be");
            Image after = build(engine, folder, mended);
            return difference(engine, before, after, scratch);
        } catch (BuildFailedException e) {
            return Optional.of("it cannot be built, so nothing shows that the image stays the same: " + e.getMessage());
        } finally {
            delete(scratch);
        }
    }

    private static Image build(Engine engine, Path folder, Path dockerfile) throws IOException, InterruptedException {
        return engine.image(
                engine.build(folder).dockerfile(dockerfile).run().image().toString());
    }

    /** What the ignore file is to say; empty where there is none. */
    private static Optional<String> ignore(Path file, Path folder, FixedFile fixed) throws IOException {
        for (Fix fix : fixed.elsewhere()) {
            OtherFile other = fix.other().orElseThrow();
            if (other.path().endsWith(IGNORE_FILE)) {
                return Optional.of(fix.appliedTo(other.text()));
            }
        }
        Optional<Path> now = DockerIgnore.locate(folder, file);
        return now.isPresent() ? Optional.of(Files.readString(now.get())) : Optional.empty();
    }

    private static Optional<String> difference(Engine engine, Image before, Image after, Path scratch)
            throws IOException {
        if (!before.config().config().equals(after.config().config())) {
            return Optional.of("the image's configuration would be another");
        }
        Map<String, String> old = FileListing.of(engine, before, scratch.resolve("before.tar"));
        Map<String, String> now = FileListing.of(engine, after, scratch.resolve("after.tar"));
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        List<String> differing = paths.stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .toList();
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of("the image would differ in " + differing.size() + " paths: "
                        + String.join(", ", differing.subList(0, Math.min(MOST_PATHS, differing.size()))));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
