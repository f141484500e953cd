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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder that a Dockerfile is most likely built with: its own or one above it, up to the repository's root, where
 * everything is that it copies. Safe for use by several threads.
 */
public final class ContextGuess {
    private static final int HIGHEST = 6;

    private final Map<List<Path>, ContextFolder> known = new HashMap<>();

    /** The folder; empty where nothing is copied, or where what is copied is in no such folder. */
    public Optional<ContextFolder> of(Path file, Dockerfile dockerfile) {
        List<String> sources = dockerfile.instructions().stream()
                .flatMap(ContextGuess::sources)
                .map(Word::text)
                .toList();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        for (int up = 0; folder != null && up < HIGHEST; up++) {
            if (hasAll(folder, sources)) {
                return Optional.of(shared(folder, file));
            }
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.empty();
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** Dockerfiles with the same ignore file share the walk over their folder. */
    private synchronized ContextFolder shared(Path folder, Path file) {
        ContextFolder fresh = ContextFolder.of(folder, file);
        return known.computeIfAbsent(List.of(folder, fresh.ignoreFile().orElse(folder)), key -> fresh);
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
