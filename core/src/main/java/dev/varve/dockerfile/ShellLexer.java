package dev.varve.dockerfile;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Expands variables and takes off quotes and escapes, the way BuildKit's {@code frontend/dockerfile/shell/lex.go} does.
 * Immutable and safe to share between threads.
 *
 * <p>An environment is a function from a variable's name to its value, or to null where the variable is not set.
 */
public final class ShellLexer {
    private final char escape;
    private final boolean rawQuotes;
    private final boolean rawEscapes;
    private final boolean skipUnset;
    private final boolean skipQuotes;

    /** A lexer with the given escape character, a backslash or a backtick. */
    public ShellLexer(char escape) {
        this(escape, false, false, false, false);
    }

    private ShellLexer(char escape, boolean rawQuotes, boolean rawEscapes, boolean skipUnset, boolean skipQuotes) {
        this.escape = escape;
        this.rawQuotes = rawQuotes;
        this.rawEscapes = rawEscapes;
        this.skipUnset = skipUnset;
        this.skipQuotes = skipQuotes;
    }

    /** Keeps quotes in the result (BuildKit's {@code RawQuotes}). */
    public ShellLexer keepingQuotes() {
        return new ShellLexer(escape, true, rawEscapes, skipUnset, skipQuotes);
    }

    /** Keeps escape characters in the result (BuildKit's {@code RawEscapes}). */
    public ShellLexer keepingEscapes() {
        return new ShellLexer(escape, rawQuotes, true, skipUnset, skipQuotes);
    }

    /** Leaves references to variables that are not set as they are (BuildKit's {@code SkipUnsetEnv}). */
    public ShellLexer keepingUnset() {
        return new ShellLexer(escape, rawQuotes, rawEscapes, true, skipQuotes);
    }

    /** Gives quotes no meaning, as in the content of a heredoc (BuildKit's {@code SkipProcessQuotes}). */
    public ShellLexer ignoringQuotes() {
        return new ShellLexer(escape, rawQuotes, rawEscapes, skipUnset, true);
    }

    /**
     * Expands a word into one string (BuildKit's {@code ProcessWordWithMatches}).
     *
     * @throws ExpansionException if the word's syntax is wrong, a variable it demands is missing, or the result is too long
     */
    public Expanded expand(String word, Function<String, @Nullable String> env) throws ExpansionException {
        throw new ExpansionException("not yet " + rawQuotes + rawEscapes + skipUnset + skipQuotes);
    }

    /**
     * Expands a word and splits the result at white space that is not quoted (BuildKit's {@code ProcessWords}).
     *
     * @throws ExpansionException as {@link #expand}
     */
    public List<String> expandWords(String word, Function<String, @Nullable String> env) throws ExpansionException {
        throw new ExpansionException("not yet");
    }

    /**
     * An expanded word.
     *
     * @param text the result
     * @param matched the variables asked for that are set
     * @param unmatched the variables asked for that are not set
     */
    public record Expanded(String text, Set<String> matched, Set<String> unmatched) {
        public Expanded {
            matched = Set.copyOf(matched);
            unmatched = Set.copyOf(unmatched);
        }
    }
}
