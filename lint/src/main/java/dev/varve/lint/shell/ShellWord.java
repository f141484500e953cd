package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.SourceRange;
import java.util.List;

/**
 * A word of a command.
 *
 * @param parts in order; none for a word that is empty without quotes, as behind {@code A=}
 * @param source as written
 * @param text without quotes and escapes; expansions stand in it as they are written
 */
public record ShellWord(List<Part> parts, MappedText source, String text) {
    public ShellWord {
        parts = List.copyOf(parts);
    }

    ShellWord(List<Part> parts, MappedText source) {
        this(parts, source, text(parts, source));
    }

    /** Where it stands in the file. */
    public SourceRange range() {
        return source.range();
    }

    /** Whether its text is known: nothing in it is put in by the shell when it runs (globs aside). */
    public boolean isLiteral() {
        return isLiteral(parts);
    }

    /** Whether a part of it is quoted. */
    public boolean isQuoted() {
        return parts.stream().anyMatch(p -> p instanceof Part.SingleQuoted || p instanceof Part.DoubleQuoted);
    }

    /** Its {@link #text()} with the place of each char. */
    public MappedText unquoted() {
        return unquoted(parts, source);
    }

    private static MappedText unquoted(List<Part> parts, MappedText source) {
        MappedText.Builder out = new MappedText.Builder(source.range().start());
        append(parts, out);
        return out.build();
    }

    private static String text(List<Part> parts, MappedText source) {
        return parts.size() == 1 && parts.get(0) instanceof Part.Literal literal
                ? literal.text().text()
                : unquoted(parts, source).text();
    }

    private static boolean isLiteral(List<Part> parts) {
        for (Part part : parts) {
            boolean literal = part instanceof Part.DoubleQuoted quoted
                    ? isLiteral(quoted.parts())
                    : part instanceof Part.Literal || part instanceof Part.SingleQuoted;
            if (!literal) {
                return false;
            }
        }
        return true;
    }

    private static void append(List<Part> parts, MappedText.Builder out) {
        for (Part part : parts) {
            if (part instanceof Part.DoubleQuoted quoted) {
                append(quoted.parts(), out);
            } else {
                MappedText text = text(part);
                out.append(text, 0, text.length());
            }
        }
    }

    private static MappedText text(Part part) {
        if (part instanceof Part.Literal literal) {
            return literal.text();
        }
        if (part instanceof Part.SingleQuoted quoted) {
            return quoted.text();
        }
        if (part instanceof Part.Parameter parameter) {
            return parameter.source();
        }
        if (part instanceof Part.Substitution substitution) {
            return substitution.source();
        }
        if (part instanceof Part.Arithmetic arithmetic) {
            return arithmetic.source();
        }
        throw new IllegalArgumentException("has parts of its own");
    }

    @Override
    public String toString() {
        return source.text();
    }
}
