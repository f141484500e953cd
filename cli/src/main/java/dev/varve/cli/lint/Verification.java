package dev.varve.cli.lint;

import dev.varve.cli.console.Console;
import dev.varve.context.DockerIgnore;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.BuildRequest;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds a Dockerfile before and after it is mended, and compares the images. Paths that differ from one build of the same
 * Dockerfile to the next, such as logs, count for nothing.
 */
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
            Image before = image(engine, engine.build(folder).dockerfile(file));
            console.err().println("varve: " + file + ": building as it would be");
            Image after = image(engine, engine.build(folder).dockerfile(mended));
            if (!before.config().config().equals(after.config().config())) {
                return Optional.of("the image's configuration would be another");
            }
            Map<String, String> files = FileListing.of(engine, before, scratch.resolve("before.tar"));
            Set<String> differing = differing(files, FileListing.of(engine, after, scratch.resolve("after.tar")));
            if (!differing.isEmpty()) {
                console.err().println("varve: " + file + ": building as it is once more, for what differs anyway");
                Image again =
                        image(engine, engine.build(folder).dockerfile(file).withoutCache());
                differing.removeAll(differing(files, FileListing.of(engine, again, scratch.resolve("again.tar"))));
            }
            return inWords(differing);
        } catch (BuildFailedException e) {
            return Optional.of("it cannot be built, so nothing shows that the image stays the same: " + e.getMessage());
        } finally {
            delete(scratch);
        }
    }

    private static Image image(Engine engine, BuildRequest build) throws IOException, InterruptedException {
        return engine.image(build.run().image().toString());
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

    private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
        return paths;
    }

    private static Optional<String> inWords(Set<String> differing) {
        return differing.isEmpty()
                ? Optional.empty()
                : Optional.of("the image would differ in " + differing.size() + " paths: "
                        + differing.stream().limit(MOST_PATHS).collect(Collectors.joining(", ")));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
