package dev.varve.lint.search;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Word;
import dev.varve.lint.ContextFolder;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder that a Dockerfile is most likely built with: its own or one above it, up to the repository's root, where
 * everything is that it copies, and most of what else it lets expect. Safe for use by several threads.
 */
public final class ContextGuess {
    private static final int HIGHEST = 6;

    private static final int KEPT = 32;

    /** Files are linted folder by folder, so that the folders of the latest ones are enough. */
    private final Map<List<Path>, ContextFolder> latest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Path>, ContextFolder> eldest) {
            return size() > KEPT;
        }
    };

    /** The folder; empty where nothing is copied, or where what is copied is in no such folder. */
    public Optional<ContextFolder> of(Path file, Dockerfile dockerfile) {
        List<String> sources = dockerfile.instructions().stream()
                .flatMap(ContextGuess::sources)
                .map(Word::text)
                .toList();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        Path absolute = file.toAbsolutePath().normalize();
        Path own = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        List<Path> possible = upToTheRepository(own).stream()
                .filter(folder -> hasAll(folder, sources))
                .toList();
        return (possible.size() > 1
                        ? likeliest(possible, dockerfile)
                        : possible.stream().findFirst())
                .map(folder -> given(folder, file));
    }

    /** The one that has most of what the Dockerfile lets expect; of equal ones the nearest. */
    private static Optional<Path> likeliest(List<Path> possible, Dockerfile dockerfile) {
        ContextHints hints = new ContextHints(dockerfile);
        Path best = possible.get(0);
        int most = hints.countIn(best);
        for (Path folder : possible.subList(1, possible.size())) {
            int found = hints.countIn(folder);
            if (found > most) {
                best = folder;
                most = found;
            }
        }
        return Optional.of(best);
    }

    /** The folder and those above it up to the repository's root; it alone where it is in none. */
    private static List<Path> upToTheRepository(Path own) {
        List<Path> folders = new ArrayList<>();
        for (Path folder = own; folder != null && folders.size() < HIGHEST; folder = folder.getParent()) {
            folders.add(folder);
            if (Files.exists(folder.resolve(".git"))) {
                return folders;
            }
        }
        return List.of(own);
    }

    /** This folder for a Dockerfile; those with the same ignore file share the walk over it. */
    public synchronized ContextFolder given(Path folder, Path file) {
        ContextFolder fresh = ContextFolder.of(folder, file);
        return latest.computeIfAbsent(List.of(folder, fresh.ignoreFile().orElse(folder)), key -> fresh);
    }

    private static Stream<Word> sources(Instruction instruction) {
        if (instruction instanceof Copy copy && copy.from() == null) {
            return copy.sources().stream();
        }
        return instruction instanceof Add add
                ? add.sources().stream().filter(word -> !isRemote(word.text()))
                : Stream.empty();
    }

    private static boolean isRemote(String source) {
        return source.contains("://") || source.startsWith("git@");
    }

    private static boolean hasAll(Path folder, List<String> sources) {
        return sources.stream()
                .filter(source -> source.chars().noneMatch(c -> "$*?[\\\"'".indexOf(c) >= 0))
                .allMatch(source -> has(folder, source));
    }

    private static boolean has(Path folder, String source) {
        try {
            return Files.exists(folder.resolve(source.replaceFirst("^/+", "")));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
