package dev.varve.context;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of ignore-file patterns, the last match winning, exactly as {@code github.com/moby/patternmatcher} has it. Paths are
 * relative and clean, names joined by '/'. The time a match takes is linear in the length of patterns and path.
 */
public final class PatternMatcher {
    private final List<IgnorePattern> patterns = new ArrayList<>();
    private final List<Boolean> exceptions = new ArrayList<>();

    private PatternMatcher() {}

    /**
     * Compiles patterns; empty ones count for nothing, a leading {@code !} makes an exception.
     *
     * @throws MalformedPatternException if one is malformed. moby may accept such a list until the pattern is first tried.
     */
    public static PatternMatcher compile(List<String> patterns) {
        PatternMatcher matcher = new PatternMatcher();
        patterns.forEach(matcher::add);
        return matcher;
    }

    private void add(String text) {
        String trimmed = GoSpace.trim(text);
        if (trimmed.isEmpty()) {
            return;
        }
        String cleaned = SlashPath.clean(trimmed);
        boolean exception = cleaned.startsWith("!");
        if (cleaned.equals("!")) {
            throw new MalformedPatternException("nothing follows the !");
        }
        patterns.add(IgnorePattern.compile(cleaned.substring(exception ? 1 : 0)));
        exceptions.add(exception);
    }

    /** Whether the path, or a folder it lies in, is matched and not excepted after ({@code MatchesOrParentMatches}). */
    public boolean matches(String path) {
        boolean matched = false;
        for (int i = 0; i < patterns.size(); i++) {
            boolean exception = exceptions.get(i);
            if (exception == matched && matchesPathOrParent(patterns.get(i), path)) {
                matched = !exception;
            }
        }
        return matched;
    }

    /**
     * The same for someone who goes down a tree and has the result for the folder ({@code MatchesUsingParentResults}).
     * Transfers and {@code COPY --exclude} use this one.
     *
     * @param parent what this method gave for the folder the path lies in; null at the top, or where that is not known
     */
    public Match match(String path, @Nullable Match parent) {
        boolean[] each = new boolean[patterns.size()];
        boolean matched = false;
        for (int i = 0; i < each.length; i++) {
            boolean exception = exceptions.get(i);
            boolean match = parent != null && parent.each[i];
            if (!match) {
                if (exception != matched) {
                    continue;
                }
                IgnorePattern pattern = patterns.get(i);
                match = parent != null ? pattern.matches(path) : matchesPathOrParent(pattern, path);
            }
            each[i] = match;
            if (match) {
                matched = !exception;
            }
        }
        return new Match(matched, each);
    }

    private static boolean matchesPathOrParent(IgnorePattern pattern, String path) {
        if (pattern.matches(path)) {
            return true;
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (pattern.matches(path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether something in a folder may match an exception. False only when that is certain, so that a folder which is
     * matched itself need not be walked ({@code fsutil/filter.go}).
     */
    boolean mayExceptBelow(String folder) {
        String below = folder + "/";
        for (int i = 0; i < patterns.size(); i++) {
            if (exceptions.get(i) && patterns.get(i).mayMatchBelow(below)) {
                return true;
            }
        }
        return false;
    }

    /** What a path's match gave, pattern by pattern. */
    public static final class Match {
        private final boolean matched;
        private final boolean[] each;

        private Match(boolean matched, boolean[] each) {
            this.matched = matched;
            this.each = each;
        }

        /** Whether the path is matched, exceptions considered. */
        public boolean matched() {
            return matched;
        }
    }
}
