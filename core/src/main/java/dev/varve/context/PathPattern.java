package dev.varve.context;

/** A path with wildcards, exactly as Go's {@code path.Match} reads it. */
public final class PathPattern {
    private PathPattern() {}

    /** Whether an unescaped {@code *}, {@code ?} or {@code [} is in this text. */
    public static boolean hasWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '*', '?', '[':
                    return true;
                case '\\':
                    i++;
                    break;
                default:
                    break;
            }
        }
        return false;
    }
}
