package dev.varve.lint.history;

import dev.varve.context.DockerIgnore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds what is sent to the builder and changes, though a build hardly reads it: documentation, the forge's and editors' files. */
final class IgnoreAdditions {
    private static final List<String> CANDIDATES = List.of(
            ".git",
            ".github",
            ".gitlab",
            ".gitlab-ci.yml",
            ".circleci",
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

    private IgnoreAdditions() {}

    /** The ignore file with more in it; empty where there is nothing to add. */
    static Optional<String> of(Trial trial, History history, HeadFiles head) {
        BitSet sent = new BitSet();
        trial.setup().tracks().forEach(sent::or);
        BitSet named = trial.setup().named();
        boolean packaged = PACKAGES.stream().anyMatch(file -> head.text(file).isPresent());
        List<String> added = new ArrayList<>();
        for (String pattern : CANDIDATES) {
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
}
