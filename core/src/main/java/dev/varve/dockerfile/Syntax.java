package dev.varve.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an instruction is written; the same for all of them, and present even where the instruction is broken.
 *
 * @param keyword the instruction's first word as the user wrote it
 * @param name the keyword in upper case
 * @param flags in source order
 * @param args as BuildKit's parser splits them ({@code frontend/dockerfile/parser/line_parsers.go}), before expansion:
 *     ENV and LABEL give key, value and separator for each pair, ONBUILD the trigger's keyword followed by its arguments,
 *     and a command in shell form is one word
 * @param heredocs in source order
 * @param form whether the arguments are a shell command line, a JSON array or neither
 * @param original the instruction on one line, without heredocs, as BuildKit shows it and keeps it for ONBUILD
 * @param comments the comment lines directly above, no blank line between
 * @param innerComments the comment lines among the continuation lines
 * @param range from the keyword to the last char of the instruction, heredocs included, final line ending excluded; lines in
 *     front of the keyword with nothing but an escape character are a part of it too
 * @param line 1-based first line
 * @param endLine 1-based last line
 */
public record Syntax(
        Word keyword,
        String name,
        List<Flag> flags,
        List<Word> args,
        List<Heredoc> heredocs,
        Form form,
        String original,
        List<Comment> comments,
        List<Comment> innerComments,
        SourceRange range,
        int line,
        int endLine) {
    public Syntax {
        flags = List.copyOf(flags);
        args = List.copyOf(args);
        heredocs = List.copyOf(heredocs);
        comments = List.copyOf(comments);
        innerComments = List.copyOf(innerComments);
    }

    /** The first flag of that name, or null. */
    public @Nullable Flag flag(String flagName) {
        for (Flag flag : flags) {
            if (flag.name().equals(flagName)) {
                return flag;
            }
        }
        return null;
    }
}
