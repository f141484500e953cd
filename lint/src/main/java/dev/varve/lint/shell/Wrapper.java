package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;

/**
 * What runs another command: {@code sudo -u app} in {@code sudo -u app make}.
 *
 * @param name without its path
 * @param range from its name to the command it runs, blanks included
 */
public record Wrapper(String name, SourceRange range) {}
