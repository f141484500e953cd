package dev.varve.context;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression in the syntax of Go's {@code regexp} (flags {@code syntax.Perl}). Only what an ignore pattern
 * can become is read: parentheses come from {@code **} alone, all others having been escaped, so they do not nest.
 */
final class RegexParser {
    private static final int MAX_REPEAT = 1000;

    private final int[] text;
    private int at;

    private RegexParser(String expression) {
        this.text = expression
                .codePoints()
                .map(c -> Utf8.isEscapedByte(c) ? Utf8.REPLACEMENT : c)
                .toArray();
    }

    /** Parses an expression, or throws {@link MalformedPatternException} where Go has an error. */
    static RegexNode parse(String expression) {
        RegexParser parser = new RegexParser(expression);
        RegexNode all = parser.choice();
        if (parser.at < parser.text.length) {
            throw new MalformedPatternException("unexpected )");
        }
        return all;
    }

    private RegexNode choice() {
        List<RegexNode> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (accept('|'));
        return options.size() == 1 ? options.get(0) : new RegexNode.Choice(options);
    }

    private RegexNode sequence() {
        List<RegexNode> parts = new ArrayList<>();
        boolean repeated = false;
        while (at < text.length && text[at] != '|' && text[at] != ')') {
            Bounds bounds = bounds();
            if (bounds == null) {
                atom(parts);
            } else if (repeated || parts.isEmpty()) {
                throw new MalformedPatternException("nothing there to repeat");
            } else {
                parts.add(new RegexNode.Repeat(parts.remove(parts.size() - 1), bounds.min, bounds.max));
            }
            repeated = bounds != null;
        }
        return new RegexNode.Sequence(parts);
    }

    private void atom(List<RegexNode> parts) {
        int c = text[at++];
        switch (c) {
            case '(' -> {
                parts.add(choice());
                if (!accept(')')) {
                    throw new MalformedPatternException("a ( is not closed");
                }
            }
            case '^' -> parts.add(new RegexNode.Place(RegexNode.Place.Kind.BEGIN));
            case '$' -> parts.add(new RegexNode.Place(RegexNode.Place.Kind.END));
            case '.' -> parts.add(new RegexNode.One(any -> any != '\n'));
            case '[' -> parts.add(new RegexNode.One(characterClass()));
            case '\\' -> escaped(parts);
            default -> parts.add(literal(c));
        }
    }

    private void escaped(List<RegexNode> parts) {
        int c = at < text.length ? text[at] : 0;
        switch (c) {
            case 'A' -> place(parts, RegexNode.Place.Kind.BEGIN);
            case 'z' -> place(parts, RegexNode.Place.Kind.END);
            case 'b' -> place(parts, RegexNode.Place.Kind.WORD_BOUNDARY);
            case 'B' -> place(parts, RegexNode.Place.Kind.NO_WORD_BOUNDARY);
            case 'Q' -> {
                at++;
                while (at < text.length && !(text[at] == '\\' && at + 1 < text.length && text[at + 1] == 'E')) {
                    parts.add(literal(text[at++]));
                }
                at = Math.min(at + 2, text.length);
            }
            default -> {
                IntPredicate named = namedEscape();
                parts.add(named != null ? new RegexNode.One(named) : literal(escape()));
            }
        }
    }

    private void place(List<RegexNode> parts, RegexNode.Place.Kind kind) {
        at++;
        parts.add(new RegexNode.Place(kind));
    }

    private static RegexNode literal(int c) {
        return new RegexNode.Literal(c);
    }

    /** A named class at an escape, past its {@code \\}; null when it is none. */
    private @Nullable IntPredicate namedEscape() {
        int c = at < text.length ? text[at] : 0;
        if (c != 'p' && c != 'P') {
            IntPredicate perl = RegexClasses.perl(c);
            at += perl == null ? 0 : 1;
            return perl;
        }
        at++;
        String name;
        if (accept('{')) {
            int start = at;
            while (at < text.length && text[at] != '}') {
                at++;
            }
            name = string(start, at);
            at++;
        } else {
            name = string(at, Math.min(at + 1, text.length));
            at++;
        }
        if (at > text.length) {
            throw new MalformedPatternException("\\p has no name");
        }
        IntPredicate named = RegexClasses.unicode(name);
        return c == 'p' ? named : named.negate();
    }

    /** The character that an escape stands for, past its {@code \\}. */
    private int escape() {
        int c = next();
        boolean octal = c == '0' || (c >= '1' && c <= '7' && at < text.length && digit(text[at], 8) >= 0);
        if (octal) {
            int value = c - '0';
            for (int i = 0; i < 2 && at < text.length && digit(text[at], 8) >= 0; i++) {
                value = value * 8 + digit(text[at++], 8);
            }
            return value;
        }
        return switch (c) {
            case 'a' -> 7;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'x' -> hexadecimal();
            default -> {
                if (c >= 0x80 || Character.isLetterOrDigit(c)) {
                    throw new MalformedPatternException("there is no escape \\" + Character.toString(c));
                }
                yield c;
            }
        };
    }

    private int hexadecimal() {
        if (!accept('{')) {
            return hexDigit() * 16 + hexDigit();
        }
        int value = hexDigit();
        while (!accept('}')) {
            value = value * 16 + hexDigit();
            if (value > Character.MAX_CODE_POINT) {
                throw new MalformedPatternException("there is no such character");
            }
        }
        return value;
    }

    private int hexDigit() {
        int value = digit(next(), 16);
        if (value < 0) {
            throw new MalformedPatternException("\\x is not followed by hexadecimal digits");
        }
        return value;
    }

    private static int digit(int c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    private IntPredicate characterClass() {
        boolean negated = accept('^');
        IntPredicate all = none -> false;
        for (boolean first = true; first || at >= text.length || text[at] != ']'; first = false) {
            all = all.or(member());
        }
        at++;
        return negated ? all.negate() : all;
    }

    private IntPredicate member() {
        if (at + 2 < text.length && text[at] == '[' && text[at + 1] == ':') {
            for (int end = at + 2; end + 1 < text.length; end++) {
                if (text[end] == ':' && text[end + 1] == ']') {
                    String name = string(at + 2, end);
                    at = end + 2;
                    return RegexClasses.posix(name);
                }
            }
        }
        if (at + 1 < text.length && text[at] == '\\') {
            at++;
            IntPredicate named = namedEscape();
            if (named != null) {
                return named;
            }
            at--;
        }
        int low = classCharacter();
        boolean range = at + 1 < text.length && text[at] == '-' && text[at + 1] != ']';
        at += range ? 1 : 0;
        int high = range ? classCharacter() : low;
        if (high < low) {
            throw new MalformedPatternException("a range in [ ] runs backwards");
        }
        return c -> low <= c && c <= high;
    }

    private int classCharacter() {
        if (at >= text.length) {
            throw new MalformedPatternException("a [ is not closed");
        }
        return accept('\\') ? escape() : next();
    }

    /** The bounds of a repetition here, or null where there is none; an unreadable one is a literal brace. */
    private @Nullable Bounds bounds() {
        if (accept('*')) {
            return new Bounds(0, -1);
        }
        if (accept('?')) {
            return new Bounds(0, 1);
        }
        int start = at;
        if (accept('{')) {
            Integer min = number();
            Integer max = min;
            if (min != null && accept(',')) {
                max = at < text.length && text[at] == '}' ? Integer.valueOf(-1) : number();
            }
            if (min != null && max != null && accept('}')) {
                if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && max < min)) {
                    throw new MalformedPatternException("{" + string(start + 1, at) + " is no number of repetitions");
                }
                return new Bounds(min, max);
            }
        }
        at = start;
        return null;
    }

    private @Nullable Integer number() {
        int start = at;
        int value = 0;
        while (at < text.length && digit(text[at], 10) >= 0) {
            value = Math.min(value * 10 + digit(text[at++], 10), MAX_REPEAT + 1);
        }
        boolean leadingZero = at - start > 1 && text[start] == '0';
        return at == start || leadingZero ? null : value;
    }

    private boolean accept(char c) {
        if (at < text.length && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private int next() {
        if (at >= text.length) {
            throw new MalformedPatternException("it ends too early");
        }
        return text[at++];
    }

    private String string(int from, int to) {
        return new String(text, from, to - from);
    }

    private record Bounds(int min, int max) {}
}
