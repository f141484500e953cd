package dev.varve.rules.cache;

import dev.varve.context.BuildContext;
import dev.varve.context.Entry;
import dev.varve.context.EntryType;
import dev.varve.context.FileTree;
import dev.varve.lint.layers.ContextFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What lies in a build context and is of no use to a build.
 *
 * @param path of a folder or file
 * @param pattern the ignore pattern that keeps it out
 * @param bytes how large it is, with everything in it
 * @param heavy whether it changes often or is large as a rule; else it is a file or two around the build
 */
record Clutter(String path, String pattern, long bytes, boolean heavy) {
    private static final Set<String> FOLDERS = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            ".venv",
            "venv",
            "__pycache__",
            ".next",
            ".nuxt",
            ".terraform",
            ".gradle",
            ".pytest_cache",
            ".mypy_cache",
            ".ruff_cache",
            ".tox",
            ".nyc_output",
            ".idea",
            ".vs",
            ".bundle",
            ".parcel-cache",
            ".turbo",
            ".svelte-kit");
    private static final Set<String> FILES = Set.of(
            "Dockerfile",
            "Containerfile",
            ".dockerignore",
            "docker-compose.yml",
            "docker-compose.yaml",
            "compose.yml",
            "compose.yaml");

    /** Everything of that sort in a build context. */
    record All(List<Clutter> list) {
        All {
            list = List.copyOf(list);
        }
    }

    /** Everything of that sort that is sent to the builder. */
    static List<Clutter> in(ContextFiles files) {
        return files.once(All.class, All.class, Clutter::in).list();
    }

    private static All in(BuildContext context) {
        FileTree tree = context.tree();
        List<Clutter> found = new ArrayList<>();
        String inside = "/";
        for (Entry entry : tree.entries()) {
            // a folder is followed by everything in it
            if (entry.path().startsWith(inside)) {
                continue;
            }
            if (entry.type() == EntryType.DIRECTORY && isClutter(tree, entry)) {
                long bytes =
                        tree.below(entry.path()).stream().mapToLong(Entry::size).sum();
                found.add(new Clutter(entry.path(), pattern(entry), bytes, true));
                inside = entry.path() + "/";
            } else if (FILES.contains(entry.path())) {
                found.add(new Clutter(entry.path(), entry.path(), entry.size(), false));
            }
        }
        return new All(found);
    }

    private static boolean isClutter(FileTree tree, Entry folder) {
        String parent = folder.path()
                .substring(0, folder.path().length() - folder.name().length());
        boolean built = folder.name().equals("target")
                && (tree.find(parent + "Cargo.toml") != null || tree.find(parent + "pom.xml") != null);
        return built || FOLDERS.contains(folder.name());
    }

    private static String pattern(Entry entry) {
        return entry.path().contains("/") ? "**/" + entry.name() : entry.name();
    }
}
