package dev.varve.context;

/**
 * A path with wildcards, exactly as Go's {@code path.Match} reads it: {@code *} and {@code ?} stop at slashes,
 * {@code [a-z]} and {@code [^a-z]} do not, {@code \} takes the next character as it is.
 */
public final class PathPattern {
    private final byte[] pattern;

    private final int slashes;

    private PathPattern(byte[] pattern) {
        this.pattern = pattern;
        this.slashes = slashes(pattern);
    }

    private static int slashes(byte[] pattern) {
        int slashes = 0;
        for (byte c : pattern) {
            if (c == '[') {
                return Integer.MAX_VALUE; // for a class may match a slash
            }
            slashes += c == '/' ? 1 : 0;
        }
        return slashes;
    }

    /**
     * Reads a pattern.
     *
     * @throws MalformedPatternException if a class is empty, reversed at a hyphen or left open, or nothing follows a {@code \}
     */
    public static PathPattern compile(String pattern) {
        byte[] bytes = Utf8.encode(pattern);
        Glob.match(bytes, new byte[0], true);
        return new PathPattern(bytes);
    }

    /** Whether the whole of this path matches. */
    public boolean matches(String path) {
        return Glob.match(pattern, Utf8.encode(path), true);
    }

    /** Whether something in a folder may match, judged by how deep it lies. */
    boolean mayMatchBelow(String folder) {
        int depth = 0;
        for (int slash = folder.indexOf('/'); slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            depth++;
        }
        return depth < slashes;
    }

    /** Whether an unescaped {@code *}, {@code ?} or {@code [} is in this text. */
    public static boolean hasWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '[') {
                return true;
            }
            i += c == '\\' ? 1 : 0;
        }
        return false;
    }
}
