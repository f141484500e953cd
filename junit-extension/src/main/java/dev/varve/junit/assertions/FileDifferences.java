package dev.varve.junit.assertions;

import dev.varve.junit.Image;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the files of two images differ in: type, mode, owner, bytes, where a link leads. Times are not looked at. */
final class FileDifferences {
    /** What became of a path. */
    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    private FileDifferences() {}

    /** From one image to another, by path. */
    static SortedMap<String, Kind> between(Image before, Image after) {
        try {
            SortedMap<String, Path> old = paths(before);
            SortedMap<String, Path> now = paths(after);
            SortedMap<String, Kind> differences = new TreeMap<>();
            for (Map.Entry<String, Path> file : now.entrySet()) {
                Path other = old.get(file.getKey());
                if (other == null) {
                    differences.put(file.getKey(), Kind.ADDED);
                } else if (differ(other, file.getValue())) {
                    differences.put(file.getKey(), Kind.CHANGED);
                }
            }
            old.keySet().stream()
                    .filter(path -> !now.containsKey(path))
                    .forEach(path -> differences.put(path, Kind.REMOVED));
            return differences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, Path> paths(Image image) throws IOException {
        SortedMap<String, Path> paths = new TreeMap<>();
        try (Stream<Path> all = Files.walk(image.path("/"))) {
            all.forEach(path -> paths.put(path.toString(), path));
        }
        paths.remove("/");
        return paths;
    }

    private static boolean differ(Path before, Path after) throws IOException {
        if (!attributes(before).equals(attributes(after))) {
            return true;
        }
        if (Files.isSymbolicLink(before)) {
            return !Files.readSymbolicLink(before)
                    .toString()
                    .equals(Files.readSymbolicLink(after).toString());
        }
        return Files.isRegularFile(before) && !sameBytes(before, after);
    }

    private static Map<String, Object> attributes(Path path) throws IOException {
        Map<String, Object> attributes =
                new TreeMap<>(Files.readAttributes(path, "unix:mode,uid,gid,rdev", LinkOption.NOFOLLOW_LINKS));
        attributes.put("size", Files.size(path));
        return attributes;
    }

    private static boolean sameBytes(Path before, Path after) throws IOException {
        try (InputStream one = Files.newInputStream(before);
                InputStream other = Files.newInputStream(after)) {
            byte[] a = new byte[64 << 10];
            byte[] b = new byte[64 << 10];
            while (true) {
                int count = one.readNBytes(a, 0, a.length);
                int same = other.readNBytes(b, 0, b.length);
                if (count != same || !java.util.Arrays.equals(a, 0, count, b, 0, count)) {
                    return false;
                }
                if (count == 0) {
                    return true;
                }
            }
        }
    }
}
