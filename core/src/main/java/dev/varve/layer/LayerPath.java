package dev.varve.layer;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths of a layer as text: relative to the root, and never out of it. */
final class LayerPath {
    private LayerPath() {}

    /** Whether it names something at or below the root, without empty names, {@code .}, {@code ..} and NUL. */
    static boolean isClean(String path) {
        int start = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/') {
                if (!isName(path, start, at)) {
                    return path.isEmpty();
                }
                start = at + 1;
            } else if (path.charAt(at) == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String path, int start, int end) {
        return switch (end - start) {
            case 0 -> false;
            case 1 -> path.charAt(start) != '.';
            case 2 -> path.charAt(start) != '.' || path.charAt(start + 1) != '.';
            default -> true;
        };
    }

    /** The clean path that is meant: {@code ..} is taken as text, as Go's {@code path.Clean} does, and stops at the root. */
    static String clean(String path) {
        if (isClean(path)) {
            return path;
        }
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** The folder that holds it; empty for the root. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
