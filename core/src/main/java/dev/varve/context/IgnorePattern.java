package dev.varve.context;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One cleaned pattern of an ignore file, as moby's {@code patternmatcher} compiles it. Where it is no plain text it becomes a
 * regular expression, and moby escapes only some of what is special there: {@code |}, {@code {2}} and {@code \d} keep the
 * meaning they have in Go's {@code regexp}.
 */
final class IgnorePattern {
    private static final int END = -1;
    private static final Pattern WILDCARD = Pattern.compile("[*\\[\\]?^\\\\]");

    private final String text;
    private final Predicate<String> test;

    private IgnorePattern(String text) {
        this.text = text;
        this.test = new Compiler(text).compile();
    }

    /** Compiles a pattern without its {@code !}, or throws {@link MalformedPatternException}. */
    static IgnorePattern compile(String cleaned) {
        // Only the syntax up to the first mismatch with "." counts, as moby tries it with filepath.Match.
        Glob.match(Utf8.encode(cleaned), new byte[] {'.'}, false);
        return new IgnorePattern(cleaned);
    }

    boolean matches(String path) {
        return test.test(path);
    }

    /**
     * Whether the pattern may match something below a folder, judged by its text as {@code fsutil/filter.go} does before it
     * leaves out a whole folder.
     *
     * @param folder the folder with a slash at its end
     */
    boolean mayMatchBelow(String folder) {
        String start = withoutEnd(withoutEnd(text, "/**"), "/*");
        return WILDCARD.matcher(start).find() || (start + "/").startsWith(folder);
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private enum Shape {
        EXACT,
        PREFIX,
        SUFFIX,
        REGEX
    }

    private static final class Compiler {
        private final String text;
        private final int[] pattern;
        private final StringBuilder regex = new StringBuilder("^");
        private Shape shape = Shape.EXACT;
        private int at;

        Compiler(String text) {
            this.text = text;
            this.pattern = text.codePoints().toArray();
            // The scanner that moby reads with drops a byte order mark.
            this.at = pattern.length > 0 && pattern[0] == 0xFEFF ? 1 : 0;
        }

        Predicate<String> compile() {
            for (boolean first = true; at < pattern.length; first = false) {
                int c = pattern[at++];
                switch (c) {
                    case '*' -> star(first);
                    case '?' -> special("[^/]");
                    case '.', '+', '(', ')', '$' -> regex.append('\\').appendCodePoint(c);
                    case '\\' -> escape();
                    case '[', ']' -> special(Character.toString(c));
                    default -> regex.appendCodePoint(c);
                }
            }
            return switch (shape) {
                case EXACT -> text::equals;
                case PREFIX -> {
                    String prefix = text.substring(0, text.length() - 2);
                    yield path -> path.startsWith(prefix);
                }
                case SUFFIX -> {
                    String suffix = text.substring(2);
                    String whole = suffix.startsWith("/") ? suffix.substring(1) : suffix;
                    yield path -> path.endsWith(suffix) || path.equals(whole);
                }
                case REGEX -> Regex.compile(regex.append('$').toString())::find;
            };
        }

        private void star(boolean first) {
            if (peek() != '*') {
                special("[^/]*");
                return;
            }
            at++;
            if (peek() == '/') {
                at++;
            }
            if (peek() != END) {
                special("(.*/)?");
            } else if (shape == Shape.EXACT) {
                shape = Shape.PREFIX;
            } else {
                special(".*");
            }
            if (first) {
                shape = Shape.SUFFIX;
            }
        }

        private void escape() {
            if (peek() == END) {
                regex.append('\\');
            } else {
                special("\\" + Character.toString(pattern[at++]));
            }
        }

        private void special(String expression) {
            regex.append(expression);
            shape = Shape.REGEX;
        }

        private int peek() {
            return at < pattern.length ? pattern[at] : END;
        }
    }
}
