package dev.varve.context;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lexical work on slash-separated paths, as Go's package {@code path} does it. */
public final class SlashPath {
    private SlashPath() {}

    /** The shortest equivalent path ({@code path.Clean}): {@code .} for nothing, {@code ..} resolved where it can be. */
    public static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> names = new ArrayDeque<>();
        int at = 0;
        while (at <= path.length()) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash;
            String name = path.substring(at, end);
            if (name.equals("..") && !names.isEmpty() && !names.peekLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(rooted && name.equals(".."))) {
                names.addLast(name);
            }
            at = end + 1;
        }
        String joined = String.join("/", names);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /** The path from the root of a context, without a leading slash; {@code ""} is the root. Never climbs out. */
    public static String inContext(String path) {
        return clean("/" + path).substring(1);
    }

    /** The folder that holds this path, {@code ""} for a top-level one. */
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The last name of a path that has no trailing slash. */
    public static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether a path names something below the root, without empty names, {@code .} and {@code ..}. */
    public static boolean isInContext(String path) {
        int start = 0;
        for (int at = 0; at <= path.length(); at++) {
            if (at == path.length() || path.charAt(at) == '/') {
                int length = at - start;
                boolean dots = length == 1 || length == 2;
                for (int i = start; i < at && dots; i++) {
                    dots = path.charAt(i) == '.';
                }
                if (length == 0 || dots) {
                    return false;
                }
                start = at + 1;
            }
        }
        return true;
    }
}
