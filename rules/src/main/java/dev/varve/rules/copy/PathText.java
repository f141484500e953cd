package dev.varve.rules.copy;

import dev.varve.dockerfile.Word;
import java.util.regex.Pattern;

/** Paths as they are written in instructions. */
final class PathText {
    private static final Pattern REMOTE = Pattern.compile("(https?|git|ssh)://.*|git@.*");
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz|zst|tzst)");
    private static final Pattern TAR = Pattern.compile(".*\\.(tar|tar\\.\\w+|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|tzst)");

    private PathText() {}

    /** A path without quotes around it. */
    static String of(Word word) {
        String text = word.text();
        int from = 0;
        int to = text.length();
        while (from < to && isQuote(text.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    static boolean isRemote(String path) {
        return REMOTE.matcher(path).matches();
    }

    /** Whether a name is that of what ADD may unpack. */
    static boolean isArchive(String path) {
        return ARCHIVE.matcher(path).matches();
    }

    static boolean isTar(String path) {
        return TAR.matcher(path).matches();
    }

    static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
