package dev.varve.structure;

import com.google.re2j.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression as Go's {@code regexp} has it: time linear in the text, no backreferences. */
final class GoRegex {
    private static final int LONGEST = 10_000;

    private final Pattern pattern;

    private GoRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /** @throws PatternSyntaxException where Go takes it for none */
    static GoRegex compile(String expression) {
        if (expression.length() > LONGEST) {
            throw new PatternSyntaxException("it is longer than " + LONGEST + " characters", "", -1);
        }
        try {
            RepeatBound.check(expression);
            return new GoRegex(Pattern.compile(expression));
        } catch (com.google.re2j.PatternSyntaxException e) {
            throw new PatternSyntaxException(e.getDescription(), expression, -1);
        } catch (StackOverflowError e) {
            throw new PatternSyntaxException("it nests too deeply", expression, -1);
        }
    }

    /** Whether it matches anywhere in the text. */
    boolean find(String text) {
        return pattern.matcher(text).find();
    }
}
