package dev.varve.lint;

import dev.varve.dockerfile.SourceRange;

/**
 * A comment's wish that a rule's findings be left out.
 *
 * @param rule the rule as the comment names it
 * @param comment where the comment is
 * @param firstLine the first line whose findings are left out, from 1
 * @param lastLine the last such line
 */
public record Ignore(String rule, SourceRange comment, int firstLine, int lastLine) {
    boolean isGlobal() {
        return firstLine == 1 && lastLine == Integer.MAX_VALUE;
    }
}
