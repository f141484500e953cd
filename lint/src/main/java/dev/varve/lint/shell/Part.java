package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.SourceRange;
import java.util.List;

/** A piece of a {@link ShellWord}. */
public sealed interface Part {
    /** Where it stands in the file, quotes included. */
    SourceRange range();

    /**
     * Chars without quotes.
     *
     * @param text with escapes resolved
     */
    record Literal(MappedText text, SourceRange range) implements Part {}

    /**
     * Chars in single quotes, {@code '…'} or {@code $'…'}.
     *
     * @param text without the quotes
     */
    record SingleQuoted(MappedText text, SourceRange range) implements Part {}

    /**
     * What stands in double quotes.
     *
     * @param parts never quoted ones
     */
    record DoubleQuoted(List<Part> parts, SourceRange range) implements Part {
        public DoubleQuoted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * {@code $name} or <code>${name…}</code>.
     *
     * @param name of the variable, or the sign of a special parameter
     * @param argument what stands behind the name in braces, operator included
     * @param source as written
     */
    record Parameter(String name, List<Part> argument, MappedText source) implements Part {
        public Parameter {
            argument = List.copyOf(argument);
        }

        @Override
        public SourceRange range() {
            return source.range();
        }
    }

    /**
     * {@code $(…)}, {@code `…`}, {@code <(…)} or {@code >(…)}.
     *
     * @param body the commands inside
     * @param source as written
     */
    record Substitution(Statement.Sequence body, MappedText source) implements Part {
        @Override
        public SourceRange range() {
            return source.range();
        }
    }

    /**
     * {@code $((…))}.
     *
     * @param source as written
     */
    record Arithmetic(MappedText source) implements Part {
        @Override
        public SourceRange range() {
            return source.range();
        }
    }
}
