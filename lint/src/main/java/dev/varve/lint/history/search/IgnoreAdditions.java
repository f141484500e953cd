package dev.varve.lint.history.search;

import dev.varve.context.DockerIgnore;
import dev.varve.dockerfile.Heredoc;
import dev.varve.dockerfile.Run;
import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.History;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what is sent to the builder and changes, though a build hardly reads it: documentation, tests that it does not run, the
 * files of the forge and of editors.
 */
final class IgnoreAdditions {
    private static final List<String> CANDIDATES = List.of(
            ".git",
            ".github",
            ".gitlab",
            ".gitlab-ci.yml",
            ".circleci",
            ".travis.yml",
            ".drone.yml",
            ".woodpecker",
            ".woodpecker.yml",
            ".pre-commit-config.yaml",
            "renovate.json",
            ".release-please-manifest.json",
            "release-please-config.json",
            ".vscode",
            ".idea",
            ".devcontainer",
            ".gitignore",
            ".gitattributes",
            ".dockerignore",
            "**/Dockerfile*",
            "docker-compose*.yml",
            "compose*.yaml",
            "docs",
            "**/*.md",
            "LICENSE");
    /** With these, a build may read the project's README. */
    private static final List<String> PACKAGES = List.of("pyproject.toml", "setup.py", "setup.cfg", "Cargo.toml");

    /** Tests of the code that lie among it, and what tells that a build may run them. */
    private static final List<String> TESTS = List.of(
            "**/*_test.go", "**/__tests__", "**/*.test.ts", "**/*.test.tsx", "**/*.spec.ts", "**/tests/test_*.py");

    private static final Pattern RUNS_TESTS = Pattern.compile("(?i)\\b(test|tests|check|spec|rspec|vet|ci|verify)\\b");
    private static final Pattern TEST_FOLDER = Pattern.compile("(.*[-_])?(tests?|e2e|specs?|cypress|playwright)");
    /** What may name folders that a build reads. */
    private static final List<String> DRIVERS = List.of(
            "Makefile",
            "package.json",
            "pnpm-workspace.yaml",
            "tsconfig.json",
            "angular.json",
            "Cargo.toml",
            "pyproject.toml",
            "setup.py",
            "setup.cfg",
            "go.work",
            "pom.xml",
            "settings.gradle",
            "settings.gradle.kts");

    /** What a program is made of, even where it lies among documentation. */
    private static final Pattern CODE = Pattern.compile(
            ".*\\.(go|py|rb|rs|java|kt|scala|php|cs|c|cc|cpp|h|js|mjs|cjs|jsx|ts|tsx|vue|svelte|ex|exs)|(.*/)?package\\.json");

    private IgnoreAdditions() {}

    /** The ignore file with more in it; empty where there is nothing to add. */
    static Optional<String> of(Trial trial, History history, HeadFiles head) {
        BitSet sent = new BitSet();
        trial.setup().tracks().forEach(sent::or);
        BitSet named = trial.setup().named();
        boolean packaged = PACKAGES.stream().anyMatch(file -> head.text(file).isPresent());
        List<String> added = new ArrayList<>();
        for (String pattern : candidates(trial, history, head, sent)) {
            if (packaged && (pattern.equals("**/*.md") || pattern.equals("LICENSE"))) {
                continue;
            }
            DockerIgnore ignore = DockerIgnore.parse(pattern);
            boolean found = sent.stream()
                    .anyMatch(path -> ignore.excludes(history.paths().path(path)));
            boolean needed = named.stream()
                    .anyMatch(path -> ignore.excludes(history.paths().path(path)));
            if (found && !needed) {
                added.add(pattern);
            }
        }
        if (added.isEmpty()) {
            return Optional.empty();
        }
        String before = trial.ignore().orElse("");
        String separator = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        return Optional.of(before + separator + String.join("\n", added) + "\n");
    }

    private static List<String> candidates(Trial trial, History history, HeadFiles head, BitSet sent) {
        List<String> candidates = new ArrayList<>(CANDIDATES);
        boolean codeInDocs = sent.stream()
                .mapToObj(history.paths()::path)
                .anyMatch(path -> path.startsWith("docs/") && CODE.matcher(path).matches());
        if (codeInDocs) {
            candidates.remove("docs");
        }
        if (RUNS_TESTS.matcher(runs(trial)).find()) {
            return candidates;
        }
        candidates.addAll(TESTS);
        Set<String> folders = new TreeSet<>();
        sent.stream().mapToObj(history.paths()::path).forEach(path -> {
            int slash = path.indexOf('/');
            if (slash > 0 && TEST_FOLDER.matcher(path.substring(0, slash)).matches()) {
                folders.add(path.substring(0, slash));
            }
        });
        // cargo wants the tests that a manifest names, and finds those in this folder by itself
        folders.removeIf(
                folder -> folder.equals("tests") && head.text("Cargo.toml").isPresent());
        folders.removeIf(folder -> DRIVERS.stream()
                .anyMatch(file -> head.text(file)
                        .filter(text -> text.contains(folder + "/") || text.contains("\"" + folder + "\""))
                        .isPresent()));
        candidates.addAll(folders);
        return candidates;
    }

    /** Everything that is run. */
    private static String runs(Trial trial) {
        return trial.setup().plan().dockerfile().stages().stream()
                .flatMap(stage -> stage.instructions().stream())
                .filter(Run.class::isInstance)
                .map(run -> run.syntax().original()
                        + run.syntax().heredocs().stream().map(Heredoc::content).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
