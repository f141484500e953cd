package dev.varve.lint.history.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every path that a history ever had, by number. A path that was a file and a folder has two numbers. */
public final class PathTable {
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> paths = new ArrayList<>();

    /** A path as one kind of thing. */
    public record Key(String path, PathKind kind) {}

    public int number(String path, PathKind kind) {
        Key key = new Key(path, kind);
        Integer known = numbers.putIfAbsent(key, paths.size());
        if (known == null) {
            paths.add(key);
            return paths.size() - 1;
        }
        return known;
    }

    /** Negative where there never was such a path. */
    public int find(String path, PathKind kind) {
        return numbers.getOrDefault(new Key(path, kind), -1);
    }

    public String path(int number) {
        return paths.get(number).path;
    }

    public PathKind kind(int number) {
        return paths.get(number).kind;
    }

    public int size() {
        return paths.size();
    }
}
