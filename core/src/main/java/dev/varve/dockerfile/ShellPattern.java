package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pattern of {@code ${v#p}}, {@code ${v%p}} and {@code ${v/p/r}}: {@code *} and {@code ?} are wildcards that match no line
 * feed, a backslash takes their meaning away. There are no bracket expressions.
 *
 * <p>BuildKit turns patterns into regular expressions with leftmost-first matching. The same matches are found here by
 * placing the segments between the stars one after the other, which no pattern can make slow by backtracking. A segment is
 * compared at every place, though, so the comparisons are counted and those of a hostile pattern cut short.
 */
final class ShellPattern {
    private static final int ANY = -1;
    private static final int STAR = -2;
    private static final int NOWHERE = -1;
    private static final int MAX_COMPARISONS = 1 << 28;

    private final int[][] segments;
    private int comparisons;

    private ShellPattern(int[][] segments) {
        this.segments = segments;
    }

    /** Cuts the match at the start of {@code value} off, the shortest or the longest. */
    static String trimPrefix(String value, String pattern, boolean longest) throws ExpansionException {
        int[] chars = value.codePoints().toArray();
        int end = compile(pattern.codePoints().toArray()).endOfMatchAt(chars, 0, longest);
        return end == NOWHERE ? value : new String(chars, end, chars.length - end);
    }

    /** Cuts the match at the end of {@code value} off, the shortest or the longest. */
    static String trimSuffix(String value, String pattern, boolean longest) throws ExpansionException {
        int[] chars = Utf8.replaceInvalid(value).codePoints().toArray();
        reverse(chars);
        int[] reversedPattern = reverseKeepingEscapes(pattern.codePoints().toArray());
        int end = Math.max(0, compile(reversedPattern).endOfMatchAt(chars, 0, longest));
        int[] rest = Arrays.copyOfRange(chars, end, chars.length);
        reverse(rest);
        return new String(rest, 0, rest.length);
    }

    /** Replaces the first match; the replacement is literal. */
    static String replaceFirst(String value, String pattern, String replacement) throws ExpansionException {
        int[] chars = value.codePoints().toArray();
        int[] match = compile(pattern.codePoints().toArray()).find(chars, 0);
        if (match.length == 0) {
            return value;
        }
        return new String(chars, 0, match[0]) + replacement + new String(chars, match[1], chars.length - match[1]);
    }

    /**
     * Replaces every match. The replacement is a template of Go's {@code regexp} package, as nothing in BuildKit stops it from
     * being one: {@code $0} is the match, {@code $$} a dollar sign, any other reference is empty.
     */
    static String replaceAll(String value, String pattern, ReplacementTemplate replacement) throws ExpansionException {
        int[] chars = value.codePoints().toArray();
        ShellPattern compiled = compile(pattern.codePoints().toArray());
        StringBuilder out = new StringBuilder(value.length());
        int copied = 0;
        int search = 0;
        while (search <= chars.length) {
            int[] match = compiled.find(chars, search);
            if (match.length == 0) {
                break;
            }
            append(out, chars, copied, match[0]);
            // An empty match right behind the last one is not replaced again.
            if (match[1] > copied || match[0] == 0) {
                replacement.appendTo(out, new String(chars, match[0], match[1] - match[0]));
            }
            copied = match[1];
            search = Math.max(search + 1, match[1]);
        }
        append(out, chars, copied, chars.length);
        return out.toString();
    }

    private static void append(StringBuilder out, int[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            out.appendCodePoint(chars[i]);
        }
    }

    private static void reverse(int[] chars) {
        for (int i = 0, j = chars.length - 1; i < j; i++, j--) {
            int c = chars[i];
            chars[i] = chars[j];
            chars[j] = c;
        }
    }

    private static int[] reverseKeepingEscapes(int[] pattern) {
        int[] out = new int[pattern.length];
        int last = pattern.length - 1;
        for (int i = 0; i <= last; i++) {
            if (pattern[i] == '\\' && i != last) {
                out[last - i - 1] = '\\';
                out[last - i] = pattern[++i];
            } else {
                out[last - i] = pattern[i];
            }
        }
        return out;
    }

    private static ShellPattern compile(int[] pattern) throws ExpansionException {
        List<int[]> segments = new ArrayList<>();
        int[] segment = new int[pattern.length];
        int length = 0;
        int start = pattern.length > 0 && pattern[0] == '\uFEFF' ? 1 : 0;
        for (int i = start; i < pattern.length; i++) {
            int c = pattern[i];
            if (c == '*') {
                segments.add(Arrays.copyOf(segment, length));
                length = 0;
            } else if (c == '?') {
                segment[length++] = ANY;
            } else if (c != '\\') {
                segment[length++] = c;
            } else {
                int next = i + 1 < pattern.length ? pattern[i + 1] : STAR;
                if (next == '}' || next == '/') {
                    continue;
                }
                if (next != '*' && next != '?' && next != '\\') {
                    throw new ExpansionException("a backslash in a pattern can stand before * ? \\ / and } only");
                }
                segment[length++] = next;
                i++;
            }
        }
        segments.add(Arrays.copyOf(segment, length));
        return new ShellPattern(segments.toArray(int[][]::new));
    }

    /** Start and end of the leftmost match at or behind {@code from}, stars matching as much as they can; empty if none. */
    private int[] find(int[] value, int from) throws ExpansionException {
        int[] first = segments[0];
        int hopelessUntil = -1;
        for (int start = from; start <= value.length; start++) {
            if (!matchesAt(first, value, start)) {
                continue;
            }
            // A star stays on its line: where the rest cannot be placed, it cannot be placed further right on that
            // line.
            int behindFirst = start + first.length;
            if (segments.length > 1 && behindFirst <= hopelessUntil) {
                continue;
            }
            int end = endOfMatchAt(value, start, true);
            if (end != NOWHERE) {
                return new int[] {start, end};
            }
            hopelessUntil = endOfLine(value, behindFirst);
        }
        return new int[0];
    }

    private int endOfMatchAt(int[] value, int start, boolean longest) throws ExpansionException {
        if (!matchesAt(segments[0], value, start)) {
            return NOWHERE;
        }
        int end = start + segments[0].length;
        for (int i = 1; i < segments.length && end != NOWHERE; i++) {
            boolean rightmost = longest && i == segments.length - 1;
            end = rightmost ? endOfRightmost(segments[i], value, end) : endOfLeftmost(segments[i], value, end);
        }
        return end;
    }

    private int endOfLeftmost(int[] segment, int[] value, int from) throws ExpansionException {
        for (int at = from; at <= value.length; at++) {
            if (matchesAt(segment, value, at)) {
                return at + segment.length;
            }
            if (at < value.length && value[at] == '\n') {
                break;
            }
        }
        return NOWHERE;
    }

    private int endOfRightmost(int[] segment, int[] value, int from) throws ExpansionException {
        for (int at = endOfLine(value, from); at >= from; at--) {
            if (matchesAt(segment, value, at)) {
                return at + segment.length;
            }
        }
        return NOWHERE;
    }

    private static int endOfLine(int[] value, int from) {
        int at = from;
        while (at < value.length && value[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean matchesAt(int[] segment, int[] value, int at) throws ExpansionException {
        if (at + segment.length > value.length) {
            return false;
        }
        for (int i = 0; i < segment.length; i++) {
            if (++comparisons > MAX_COMPARISONS) {
                throw new ExpansionException("matching the pattern takes too long");
            }
            int c = value[at + i];
            if (segment[i] == ANY ? c == '\n' : segment[i] != c) {
                return false;
            }
        }
        return true;
    }
}
