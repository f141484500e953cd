package dev.varve.context;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The named character classes of Go's {@code regexp/syntax}: {@code \d}, {@code [:alpha:]}, {@code \p{Greek}}. */
final class RegexClasses {
    private static final IntPredicate DIGIT = c -> c >= '0' && c <= '9';
    private static final IntPredicate ALPHA = c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    private static final IntPredicate ALNUM = ALPHA.or(DIGIT);
    private static final IntPredicate GRAPH = c -> c > ' ' && c < 0x7F;
    private static final IntPredicate SPACE = c -> c == ' ' || (c >= '\t' && c <= '\r');

    static final IntPredicate WORD = ALNUM.or(c -> c == '_');

    private static final Map<String, IntPredicate> POSIX = Map.ofEntries(
            Map.entry("alnum", ALNUM),
            Map.entry("alpha", ALPHA),
            Map.entry("ascii", c -> c < 0x80),
            Map.entry("blank", c -> c == ' ' || c == '\t'),
            Map.entry("cntrl", c -> c < ' ' || c == 0x7F),
            Map.entry("digit", DIGIT),
            Map.entry("graph", GRAPH),
            Map.entry("lower", c -> c >= 'a' && c <= 'z'),
            Map.entry("print", GRAPH.or(c -> c == ' ')),
            Map.entry("punct", GRAPH.and(ALNUM.negate())),
            Map.entry("space", SPACE),
            Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
            Map.entry("word", WORD),
            Map.entry("xdigit", DIGIT.or(c -> (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))));

    private RegexClasses() {}

    /** The class of {@code \d} and its kind, by letter; null when there is none. */
    static @Nullable IntPredicate perl(int letter) {
        return switch (letter) {
            case 'd' -> DIGIT;
            case 'D' -> DIGIT.negate();
            case 's' -> SPACE.and(c -> c != 0x0B);
            case 'S' -> SPACE.and(c -> c != 0x0B).negate();
            case 'w' -> WORD;
            case 'W' -> WORD.negate();
            default -> null;
        };
    }

    /** The class of {@code [:name:]}, or of {@code [:^name:]}. */
    static IntPredicate posix(String name) {
        boolean negated = name.startsWith("^");
        IntPredicate found = POSIX.get(negated ? name.substring(1) : name);
        if (found == null) {
            throw new MalformedPatternException("there is no class [:" + name + ":]");
        }
        return negated ? found.negate() : found;
    }

    /** A Unicode general category of one or two letters, or a script. */
    static IntPredicate unicode(String name) {
        boolean negated = name.startsWith("^");
        String group = negated ? name.substring(1) : name;
        if (!group.chars().allMatch(c -> ALPHA.test(c) || c == '_')) {
            throw new MalformedPatternException("there is no class \\p{" + name + "}");
        }
        try {
            String javaName = group.length() < 3 ? group : "Is" + group.toLowerCase(Locale.ROOT);
            Pattern one = Pattern.compile("\\p{" + javaName + "}", Pattern.DOTALL);
            IntPredicate found = c -> one.matcher(Character.toString(c)).matches();
            return negated ? found.negate() : found;
        } catch (PatternSyntaxException e) {
            throw new MalformedPatternException("there is no class \\p{" + name + "}");
        }
    }
}
