package dev.varve.rules.cache;

import dev.varve.dockerfile.Run;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Ecosystem;
import dev.varve.lint.movement.Reads;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A RUN that installs what manifests name, and does nothing else with the project's files.
 *
 * @param reads the manifests
 * @param command the command that installs
 */
record Install(Run run, Reads.Manifests reads, Command command) {
    private static final Set<String> MANAGERS = Set.of(
            "npm",
            "pnpm",
            "yarn",
            "bun",
            "pip",
            "pip3",
            "python",
            "python3",
            "uv",
            "poetry",
            "pipenv",
            "go",
            "cargo",
            "mvn",
            "mvnw",
            "gradle",
            "gradlew",
            "bundle",
            "composer",
            "dotnet",
            "mix");

    static Optional<Install> of(StageView view, Run run, Script script) {
        if (!(view.movement().reads(run) instanceof Reads.Manifests reads)) {
            return Optional.empty();
        }
        return script.commands().stream()
                .filter(command -> MANAGERS.contains(command.name()))
                .reduce((first, last) -> last)
                .map(command -> new Install(run, reads, command));
    }

    /** Whether it works in another folder than that of the step. */
    boolean isElsewhere(Script script) {
        return !script.commands("cd", "pushd").isEmpty()
                || command.hasFlag("prefix", "C", "cwd", "dir", "working-dir", "directory", "gemfile", "project-dir");
    }

    boolean isFor(Ecosystem ecosystem) {
        return reads.ecosystems().contains(ecosystem);
    }

    /** The manifests that it reads in any project, as a COPY names them where the files are not known; none where that differs. */
    List<String> usualManifests() {
        return switch (command.name()) {
            case "npm" -> List.of("package.json", "package-lock.json*");
            case "yarn" -> List.of("package.json", "yarn.lock*");
            case "pnpm" -> List.of("package.json", "pnpm-lock.yaml*");
            case "bun" -> List.of("package.json", "bun.lock*");
            case "go" -> List.of("go.mod", "go.sum*");
            case "bundle" -> List.of("Gemfile", "Gemfile.lock*");
            case "composer" -> List.of("composer.json", "composer.lock*");
            case "poetry" -> List.of("pyproject.toml", "poetry.lock*");
            case "pipenv" -> List.of("Pipfile", "Pipfile.lock*");
            case "mvn" -> List.of("pom.xml");
            case "pip", "pip3", "python", "python3", "uv" -> requirements();
            default -> List.of();
        };
    }

    private List<String> requirements() {
        List<String> files = command.values("r", "requirement", "c", "constraint").stream()
                .map(word -> word.text().replaceFirst("^\\./", ""))
                .toList();
        boolean plain = files.stream().allMatch(file -> file.matches("[\\w.-]+"));
        return files.isEmpty() && command.is("uv") && command.hasArgument("sync")
                ? List.of("pyproject.toml", "uv.lock*")
                : plain ? files : List.of();
    }
}
