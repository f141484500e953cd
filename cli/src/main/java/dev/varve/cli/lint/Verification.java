package dev.varve.cli.lint;

import dev.varve.cli.build.FailureText;
import dev.varve.cli.console.Console;
import dev.varve.context.DockerIgnore;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.Engine;
import dev.varve.engine.EngineException;
import dev.varve.engine.Image;
import dev.varve.image.ImageConfig;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.Fix;
import dev.varve.lint.FixedFile;
import dev.varve.lint.OtherFile;
import dev.varve.lint.report.Characters;
import dev.varve.registry.RegistryException;
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
import org.jspecify.annotations.Nullable;

/**
 * Builds a Dockerfile before and after it is mended, and compares the images. Paths that differ from one build of the same
 * Dockerfile to the next, such as logs, count for nothing.
 */
final class Verification {
    private static final String IGNORE_FILE = ".dockerignore";
    private static final String NOT_BUILT = "it cannot be built, so nothing shows that the image stays the same: ";
    private static final int MOST_PATHS = 5;
    private static final int LONGEST = 80;

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
        Path mended = scratch.resolve("Dockerfile");
        try (Engine engine = Engine.open(console.environment());
                TrialBuilds builds = new TrialBuilds(engine, folder, console)) {
            Files.write(mended, fixed.after().bytes());
            Optional<String> ignore = ignore(file, folder, fixed);
            if (ignore.isPresent()) {
                Files.writeString(scratch.resolve("Dockerfile" + IGNORE_FILE), ignore.get());
            }
            say(file, "building as it is");
            Image before = builds.build(file);
            say(file, "building as it would be");
            Image after = builds.build(mended);
            Set<String> settings = differingSettings(before, after);
            if (!settings.isEmpty()) {
                return Optional.of("the image's configuration would be another: " + String.join(", ", settings));
            }
            Set<String> differing = FileTree.differing(before, after);
            if (!differing.isEmpty()) {
                say(file, "building as it is once more, for what differs anyway");
                differing.removeAll(FileTree.differing(before, builds.buildAnew(file)));
            }
            if (!differing.isEmpty()) {
                say(file, "building as it would be once more, for what differs anyway");
                differing.removeAll(FileTree.differing(after, builds.buildAnew(mended)));
            }
            return inWords(differing);
        } catch (BuildFailedException e) {
            FailureText.printOutput(e, console.err());
            return Optional.of(why(e, mended));
        } catch (EngineException | RegistryException e) {
            return Optional.of(NOT_BUILT + e.getMessage());
        } finally {
            delete(scratch);
        }
    }

    private void say(Path file, String what) {
        console.err().println("varve: " + file + ": " + what);
        console.err().flush();
    }

    private static String why(BuildFailedException failure, Path mended) {
        String instruction = failure.instruction();
        String message =
                Characters.visible(String.valueOf(failure.getMessage()).replace(instruction, brief(instruction)));
        return failure.file().equals(mended.toString())
                ? "it could not be built any more: "
                        + message.substring(failure.file().length() + 1)
                : NOT_BUILT + message;
    }

    private static String brief(String instruction) {
        return instruction.length() > LONGEST ? instruction.substring(0, LONGEST - 1) + "…" : instruction;
    }

    private static Map<String, @Nullable Object> settings(Image image) {
        ImageConfig config = image.config();
        return config.config()
                .toJson()
                .withUnlessEmpty("Author", config.author())
                .members();
    }

    private static Set<String> differingSettings(Image before, Image after) {
        Map<String, @Nullable Object> settings = settings(before);
        Map<String, @Nullable Object> others = settings(after);
        Set<String> names = new TreeSet<>(settings.keySet());
        names.addAll(others.keySet());
        names.removeIf(name -> Objects.equals(settings.get(name), others.get(name)));
        return names;
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

    private static Optional<String> inWords(Set<String> differing) {
        int paths = differing.size();
        return paths == 0
                ? Optional.empty()
                : Optional.of("the image would differ in " + paths + (paths == 1 ? " path: " : " paths: ")
                        + differing.stream()
                                .limit(MOST_PATHS)
                                .map(path -> "/" + path)
                                .collect(Collectors.joining(", "))
                        + (paths > MOST_PATHS ? ", …" : ""));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
