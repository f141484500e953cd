package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads from or writes to.
 *
 * @param descriptor as written in front of the operator; -1 where it is not
 * @param operator such as {@code >>}
 * @param target the file, the descriptor, or the delimiter of a heredoc
 * @param body a heredoc's content; null for everything else, and where it has none
 * @param range from the descriptor to the end of the target
 */
public record Redirection(
        int descriptor,
        String operator,
        ShellWord target,
        @Nullable ShellWord body,
        SourceRange range) {
    /** Whether it takes something from a file to the command. */
    public boolean isInput() {
        return operator.startsWith("<");
    }
}
