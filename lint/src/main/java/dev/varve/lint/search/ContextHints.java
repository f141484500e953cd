package dev.varve.lint.search;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.movement.Movement;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a Dockerfile lets expect of its build context, beside the paths that it copies: what its wildcards match and, where it
 * copies the whole of it, the manifests of the tools that it runs and what it names below the folder that it copies to.
 */
final class ContextHints {
    private static final Map<Pattern, List<String>> MANIFESTS = Map.of(
            tool("(npm|pnpm|yarn|bun) +(ci|i|install|run|build)(?! +[\\w@])"),
            List.of("package.json"),
            tool("go +(build|install|test|generate|mod)"),
            List.of("go.mod", "go.work"),
            tool("cargo +(build|test|fetch)"),
            List.of("Cargo.toml"),
            tool("(\\./)?mvnw?"),
            List.of("pom.xml"),
            tool("(\\./)?gradlew?"),
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"),
            tool("make"),
            List.of("Makefile", "makefile", "GNUmakefile"),
            tool("bundle +(install|exec)"),
            List.of("Gemfile"),
            tool("composer +(install|dump-autoload)"),
            List.of("composer.json"),
            tool("mix +(deps\\S*|compile|release)"),
            List.of("mix.exs"),
            tool("((poetry|uv) +(install|sync)|pip3? +install\\b[^;&|]*? \\.(?=\\W|$))"),
            List.of("pyproject.toml", "setup.py", "setup.cfg"));
    private static final Pattern AROUND_BUILDS =
            Pattern.compile("(?i).*(dockerfile|containerfile|\\.dockerignore|compose).*|readme.*|.*\\.md|\\.git.*");

    /** Each has the paths or patterns of which one is expected. */
    private final Set<List<String>> expected = new LinkedHashSet<>();

    private final Set<String> destinations = new LinkedHashSet<>();

    ContextHints(Dockerfile file) {
        for (Stage stage : file.stages()) {
            Movement movement = Movement.in(stage);
            stage.instructions().forEach(instruction -> copied(instruction, movement));
        }
        if (!destinations.isEmpty()) {
            for (Stage stage : file.stages()) {
                Movement movement = Movement.in(stage);
                stage.instructions().forEach(instruction -> used(instruction, movement));
            }
        }
    }

    private static Pattern tool(String command) {
        return Pattern.compile("(?:^|[\\s;&|(\"])" + command + "(?=[\\s;&|)\"]|$)");
    }

    private void copied(Instruction instruction, Movement movement) {
        List<Word> sources = instruction instanceof Copy copy && copy.from() == null
                ? copy.sources()
                : instruction instanceof Add add ? add.sources() : List.of();
        for (Word word : sources) {
            String source = word.text().replaceFirst("^(\\./|/)+", "");
            if (source.isEmpty() || source.equals(".")) {
                String to = instruction instanceof Copy copy
                        ? copy.destination().text()
                        : ((Add) instruction).destination().text();
                movement.folderAt(instruction)
                        .or(() -> Optional.of(""))
                        .map(folder -> to.startsWith("/") ? to : folder + "/" + to.replaceFirst("^\\./?", ""))
                        .ifPresent(folder -> destinations.add(folder.replaceFirst("/+$", "")));
            } else if (source.matches("[^$:{}]*[*?][^$:{}]*")) {
                expected.add(List.of(source));
            }
        }
    }

    private void used(Instruction instruction, Movement movement) {
        String text = instruction instanceof Workdir
                ? movement.folderAt(instruction).orElse("")
                : instruction.syntax().original();
        for (String destination : destinations) {
            if (destination.isEmpty()) {
                continue;
            }
            Matcher below = Pattern.compile(Pattern.quote(destination) + "/([\\w-][\\w./-]*)")
                    .matcher(text);
            while (below.find()) {
                expected.add(List.of(below.group(1)));
            }
        }
        if (instruction instanceof Run) {
            MANIFESTS.forEach((tool, manifests) -> {
                if (tool.matcher(text).find()) {
                    expected.add(manifests);
                }
            });
        }
    }

    /** How much of that a folder has. */
    int countIn(Path folder) {
        int found = destinations.isEmpty() || holdsMoreThanBuilds(folder) ? 1 : 0;
        for (List<String> alternatives : expected) {
            if (alternatives.stream().anyMatch(path -> has(folder, path))) {
                found++;
            }
        }
        return found;
    }

    private static boolean holdsMoreThanBuilds(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder,
                entry -> !AROUND_BUILDS
                        .matcher(String.valueOf(entry.getFileName()))
                        .matches())) {
            return entries.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException e) {
            return false;
        }
    }

    private static boolean has(Path folder, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            if (path.matches("[^*?]*")) {
                return Files.exists(folder.resolve(path));
            }
            Path parent = folder.resolve(path.substring(0, path.length() - name.length()));
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, name)) {
                return entries.iterator().hasNext();
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException | PatternSyntaxException e) {
            return false;
        }
    }
}
