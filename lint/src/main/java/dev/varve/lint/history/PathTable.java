package dev.varve.lint.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every path that a history ever had, by number. A path that was a file and a folder has two numbers. */
final class PathTable {
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Key> paths = new ArrayList<>();

    /** A path as one kind of thing. */
    record Key(String path, PathKind kind) {}

    int number(String path, PathKind kind) {
        Key key = new Key(path, kind);
        Integer known = numbers.putIfAbsent(key, paths.size());
        if (known == null) {
            paths.add(key);
            return paths.size() - 1;
        }
        return known;
    }

    /** Negative where there never was such a path. */
    int find(String path, PathKind kind) {
        return numbers.getOrDefault(new Key(path, kind), -1);
    }

    String path(int number) {
        return paths.get(number).path;
    }

    PathKind kind(int number) {
        return paths.get(number).kind;
    }

    int size() {
        return paths.size();
    }
}
