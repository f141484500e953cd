package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a {@code .dockerignore}, read as moby's {@code patternmatcher/ignorefile} reads them and applied as
 * {@code tonistiigi/fsutil} applies them when a client sends a context. Malformed patterns are told as problems and
 * otherwise ignored; a builder stops at them.
 */
public final class DockerIgnore {
    /** Go's {@code bufio.MaxScanTokenSize}, less the newline. */
    private static final int LONGEST_LINE = 65535;

    private static final int LARGEST_FILE = 16 << 20;
    private static final String NAME = ".dockerignore";
    private static final DockerIgnore NONE = new DockerIgnore(List.of(), List.of());

    private final List<Rule> rules;
    private final List<Problem> problems;
    private final PatternMatcher matcher;

    private DockerIgnore(List<Rule> rules, List<Problem> problems) {
        List<Problem> all = new ArrayList<>(problems);
        List<String> patterns = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                PatternMatcher.compile(List.of(rule.pattern));
                patterns.add(rule.pattern);
            } catch (MalformedPatternException e) {
                all.add(malformed(rule.pattern, rule.line, e.getMessage()));
            }
        }
        this.rules = List.copyOf(rules);
        this.problems = List.copyOf(all);
        this.matcher = PatternMatcher.compile(patterns);
    }

    /**
     * One pattern.
     *
     * @param line where it stands, from 1
     * @param pattern the cleaned pattern, with its {@code !} if it has one
     */
    public record Rule(int line, String pattern) {
        /** Whether it re-includes what it matches. */
        public boolean isException() {
            return pattern.startsWith("!");
        }
    }

    /** One that excludes nothing. */
    public static DockerIgnore none() {
        return NONE;
    }

    /** Reads the text of an ignore file. */
    public static DockerIgnore parse(String text) {
        return parse(Utf8.encode(text));
    }

    /** Reads the bytes of an ignore file. */
    public static DockerIgnore parse(byte[] text) {
        List<Rule> rules = new ArrayList<>();
        int number = 1;
        for (int at = 0; at < text.length; number++) {
            int end = at;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            if (end - at > LONGEST_LINE) {
                return new DockerIgnore(
                        List.of(),
                        List.of(malformed("", number, "the line is longer than " + LONGEST_LINE + " bytes")));
            }
            String line = Utf8.decode(Arrays.copyOfRange(text, at, end));
            String pattern = clean(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, number == 1);
            if (!pattern.isEmpty()) {
                rules.add(new Rule(number, pattern));
            }
            at = end + 1;
        }
        return new DockerIgnore(rules, List.of());
    }

    private static String clean(String line, boolean first) {
        String text = first && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.startsWith("#")) {
            return "";
        }
        String pattern = GoSpace.trim(text);
        boolean exception = pattern.startsWith("!");
        String path = exception ? GoSpace.trim(pattern.substring(1)) : pattern;
        if (!path.isEmpty()) {
            path = SlashPath.clean(path);
            path = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
        }
        return exception ? "!" + path : path;
    }

    private static Problem malformed(String pattern, int line, @Nullable String why) {
        return new Problem(pattern, Problem.Kind.MALFORMED_PATTERN, "line " + line + ": " + why);
    }

    /**
     * The ignore file that applies when this Dockerfile is built with this context: {@code <Dockerfile>.dockerignore} beside
     * the Dockerfile, even an empty one, else {@code .dockerignore} in the context ({@code frontend/dockerui}). Symlinks are
     * followed within the folder only, and what is no readable file counts as absent.
     */
    public static Optional<Path> locate(Path context, Path dockerfile) {
        Path folder =
                Optional.ofNullable(dockerfile.toAbsolutePath().getParent()).orElse(context);
        return locateIn(folder, FileNames.name(dockerfile) + NAME).or(() -> locate(context));
    }

    /** The ignore file that applies to a context which the Dockerfile is not built from: a {@code --build-context}. */
    public static Optional<Path> locate(Path context) {
        return locateIn(context, NAME);
    }

    private static Optional<Path> locateIn(Path folder, String name) {
        try {
            return new LinkResolver(path -> target(folder.resolve(path)))
                    .resolve(name, true)
                    .map(folder::resolve)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file));
        } catch (InvalidPathException e) {
            // The locale's encoding has no such name.
            return Optional.empty();
        }
    }

    private static @Nullable String target(Path path) {
        try {
            return Files.isSymbolicLink(path) ? FileNames.target(path, Files.readSymbolicLink(path)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Reads an ignore file.
     *
     * @throws IOException if it cannot be read or is larger than 16 MiB
     */
    public static DockerIgnore read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] text = in.readNBytes(LARGEST_FILE + 1);
            if (text.length > LARGEST_FILE) {
                throw new IOException(file + " is larger than " + (LARGEST_FILE >> 20) + " MiB");
            }
            return parse(text);
        }
    }

    /** The patterns, in the order of the file. */
    public List<Rule> rules() {
        return rules;
    }

    /** Malformed patterns, by pattern and line. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether this path, or a folder it lies in, is excluded; a re-included path below it may still be sent. */
    public boolean excludes(String path) {
        return matcher.matches(path);
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What becomes of a path, going down from the root; the folder's own verdict is null at the top. */
    Verdict judge(String path, boolean isFolder, @Nullable Verdict folder) {
        PatternMatcher.Match match = matcher.match(path, folder == null ? null : folder.match);
        boolean walked = isFolder && (!match.matched() || matcher.mayExceptBelow(path));
        return new Verdict(!match.matched(), walked, match);
    }

    /**
     * What becomes of a path.
     *
     * @param included whether it is sent for its own sake; a folder is sent as well when something in it is
     * @param walked whether something below it may be included
     */
    record Verdict(boolean included, boolean walked, PatternMatcher.Match match) {}
}
