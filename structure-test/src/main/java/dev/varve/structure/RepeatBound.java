package dev.varve.structure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Go's bounds of an expression that RE2/J does not have: what is repeated, repetitions within it multiplied, is repeated 1000
 * times at most, and groups nest 1000 deep at most ({@code regexp/syntax}, {@code repeatIsValid}, {@code maxHeight}).
 */
final class RepeatBound {
    private static final int MOST = 1000;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?\\}");

    private final String expression;
    private final Deque<Integer> outer = new ArrayDeque<>();
    /** The most repetitions of anything in the group so far, and of the last atom. */
    private int group = 1;

    private int atom = 1;

    private RepeatBound(String expression) {
        this.expression = expression;
    }

    static void check(String expression) {
        new RepeatBound(expression).run();
    }

    private void run() {
        for (int at = 0; at < expression.length(); ) {
            at = step(at);
        }
    }

    private int step(int at) {
        switch (expression.charAt(at)) {
            case '\\' -> {
                atom = 1;
                return expression.startsWith("\\Q", at) ? endOfQuote(at) : at + 2;
            }
            case '[' -> {
                atom = 1;
                return endOfClass(at);
            }
            case '(' -> {
                outer.push(group);
                group = 1;
                require(outer.size() <= MOST, "groups nest too deeply");
                return at + 1;
            }
            case ')' -> {
                atom = group;
                group = outer.isEmpty() ? 1 : Math.max(outer.pop(), atom);
                return at + 1;
            }
            case '{' -> {
                return repeated(at);
            }
            default -> {
                boolean operator = "*+?|".indexOf(expression.charAt(at)) >= 0;
                atom = operator ? atom : 1;
                return at + 1;
            }
        }
    }

    private int repeated(int at) {
        Matcher count = COUNT.matcher(expression).region(at, expression.length());
        if (!count.lookingAt()) {
            atom = 1;
            return at + 1;
        }
        boolean open = count.group(2) != null && count.group(3).isEmpty();
        int most = Integer.parseInt(count.group(2) == null || open ? count.group(1) : count.group(3));
        atom *= Math.max(most, 1);
        require(atom <= MOST, "it repeats something more than " + MOST + " times");
        group = Math.max(group, atom);
        return count.end();
    }

    private int endOfQuote(int at) {
        int end = expression.indexOf("\\E", at + 2);
        return end < 0 ? expression.length() : end + 2;
    }

    private int endOfClass(int open) {
        int at = expression.startsWith("[^", open) ? open + 2 : open + 1;
        for (int first = at; at < expression.length(); at++) {
            if (expression.charAt(at) == '\\') {
                at++;
            } else if (expression.startsWith("[:", at) && expression.indexOf(":]", at) > 0) {
                at = expression.indexOf(":]", at) + 1;
            } else if (expression.charAt(at) == ']' && at > first) {
                return at + 1;
            }
        }
        return at;
    }

    private void require(boolean right, String problem) {
        if (!right) {
            throw new PatternSyntaxException(problem, expression, -1);
        }
    }
}
