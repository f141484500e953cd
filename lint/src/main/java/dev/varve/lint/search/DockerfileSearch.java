package dev.varve.lint.search;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Dockerfiles below a folder: {@code Dockerfile}, {@code Dockerfile.*}, {@code *.Dockerfile}, and the same with
 * {@code Containerfile}, in any case, but for templates ({@code Dockerfile.j2}) and source files ({@code dockerfile.go}). What {@code .gitignore} files leave
 * out is not looked at, nor is {@code .git}; symlinks are not followed.
 */
public final class DockerfileSearch {
    private static final List<String> NAMES = List.of("dockerfile", "containerfile");
    private static final Set<String> TEMPLATES = Set.of(
            "j2",
            "jinja",
            "jinja2",
            "tmpl",
            "tpl",
            "template",
            "gotmpl",
            "erb",
            "ejs",
            "hbs",
            "mustache",
            "m4",
            "in",
            "md",
            "orig",
            "bak");
    private static final Set<String> SOURCES = Set.of(
            "go", "rs", "py", "rb", "js", "mjs", "ts", "tsx", "ex", "exs", "java", "kt", "cs", "php", "sh", "lua",
            "json", "yml", "yaml", "toml", "html");
    private static final long LARGEST_IGNORE_FILE = 1 << 20;

    private final Predicate<Path> excluded;
    private final List<Path> found = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** @param excluded whether a file or folder is to be left out */
    public DockerfileSearch(Predicate<Path> excluded) {
        this.excluded = excluded;
    }

    /** Whether a file is called as Dockerfiles are; their ignore files are not, nor what they are made from. */
    public static boolean isNamedSo(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String extension = lower.substring(lower.lastIndexOf('.') + 1);
        // Dockerfile.go is the one for Go, dockerfile.go is a program
        boolean source = Character.isLowerCase(name.charAt(0)) && SOURCES.contains(extension);
        return !lower.endsWith(".dockerignore")
                && !source
                && !TEMPLATES.contains(extension)
                && NAMES.stream()
                        .anyMatch(word ->
                                lower.equals(word) || lower.startsWith(word + ".") || lower.endsWith("." + word));
    }

    /** The files below a folder, in the order of their names. */
    public List<Path> below(Path folder) {
        walk(folder, "", null);
        return List.copyOf(found);
    }

    /** Folders that could not be read, each with the reason. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void walk(Path folder, String path, @Nullable GitIgnore above) {
        GitIgnore ignore = GitIgnore.of(folder, path, above);
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            listing.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            problems.add(folder + ": cannot be read: " + e.getMessage());
        }
        entries.sort(Path::compareTo);
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            String below = path.isEmpty() ? name : path + "/" + name;
            boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            if (name.equals(".git") || ignore.ignores(below, isFolder) || excluded.test(entry)) {
                continue;
            }
            if (isFolder) {
                walk(entry, below, ignore);
            } else if (isNamedSo(name) && Files.isRegularFile(entry)) {
                found.add(entry);
            }
        }
    }

    /** The ignore file of a folder, and those of the folders above it, whose say is less. */
    private record GitIgnore(
            IgnoreNode node, String prefix, @Nullable GitIgnore above) {
        static GitIgnore of(Path folder, String path, @Nullable GitIgnore above) {
            IgnoreNode node = new IgnoreNode();
            Path file = folder.resolve(".gitignore");
            try {
                if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_IGNORE_FILE) {
                    try (var in = Files.newInputStream(file)) {
                        node.parse(in);
                    }
                }
            } catch (IOException e) {
                // What it would leave out is then looked at too.
            }
            return new GitIgnore(node, path, above);
        }

        boolean ignores(String path, boolean isFolder) {
            String below = prefix.isEmpty() ? path : path.substring(prefix.length() + 1);
            return switch (node.isIgnored(below, isFolder)) {
                case IGNORED -> true;
                case NOT_IGNORED -> false;
                default -> above != null && above.ignores(path, isFolder);
            };
        }
    }
}
