package dev.varve.rules.cache;

import dev.varve.context.DockerIgnore;
import java.util.Set;

/** Ignore patterns that are meant for every folder, as in .gitignore, and here mean the topmost one alone. */
final class MissedDepth {
    private static final Set<String> EVERYWHERE = Set.of(
            "node_modules",
            "__pycache__",
            ".venv",
            "venv",
            "*.pyc",
            "*.pyo",
            ".DS_Store",
            "Thumbs.db",
            "*.swp",
            "*.log",
            ".env",
            ".next",
            ".turbo",
            "*.class",
            "*.o",
            ".idea",
            ".vscode",
            "bin",
            "obj",
            "target",
            ".gradle",
            ".pytest_cache",
            ".mypy_cache",
            "coverage");

    private MissedDepth() {}

    static boolean isMeantEverywhere(DockerIgnore.Rule rule) {
        return EVERYWHERE.contains(rule.pattern());
    }

    /** Whether a path further down is sent because a pattern for its name is only for the top. */
    static boolean isCause(IgnoreFile ignore, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/")
                && ignore.ignore().rules().stream()
                        .anyMatch(rule ->
                                isMeantEverywhere(rule) && rule.pattern().equals(name));
    }
}
