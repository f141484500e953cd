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
    private final Options options;

    /** A lexer with the given escape character, a backslash or a backtick. */
    public ShellLexer(char escape) {
        this(new Options(escape, false, false, false, false));
    }

    private ShellLexer(Options options) {
        this.options = options;
    }

    /** Keeps quotes in the result (BuildKit's {@code RawQuotes}). */
    public ShellLexer keepingQuotes() {
        return new ShellLexer(
                new Options(options.escape, true, options.rawEscapes, options.skipUnset, options.skipQuotes));
    }

    /** Keeps escape characters in the result (BuildKit's {@code RawEscapes}). */
    public ShellLexer keepingEscapes() {
        return new ShellLexer(
                new Options(options.escape, options.rawQuotes, true, options.skipUnset, options.skipQuotes));
    }

    /** Leaves references to variables that are not set as they are (BuildKit's {@code SkipUnsetEnv}). */
    public ShellLexer keepingUnset() {
        return new ShellLexer(
                new Options(options.escape, options.rawQuotes, options.rawEscapes, true, options.skipQuotes));
    }

    /** Gives quotes no meaning, as in the content of a heredoc (BuildKit's {@code SkipProcessQuotes}). */
    public ShellLexer ignoringQuotes() {
        return new ShellLexer(
                new Options(options.escape, options.rawQuotes, options.rawEscapes, options.skipUnset, true));
    }

    /**
     * Expands a word into one string (BuildKit's {@code ProcessWordWithMatches}).
     *
     * @throws ExpansionException if the word's syntax is wrong, a variable it demands is missing, or the result is too long
     */
    public Expanded expand(String word, Function<String, @Nullable String> env) throws ExpansionException {
        return isPlain(word)
                ? new Expanded(word, Set.of(), Set.of())
                : new Expansion(options, word, env, null).expanded();
    }

    /**
     * Expands a word and splits the result at white space that is not quoted (BuildKit's {@code ProcessWords}).
     *
     * @throws ExpansionException as {@link #expand}
     */
    public List<String> expandWords(String word, Function<String, @Nullable String> env) throws ExpansionException {
        return lex(word, env).stream().map(Word::text).toList();
    }

    /** The words with the part of {@code word} that each comes from. */
    List<Word> lex(String word, Function<String, @Nullable String> env) throws ExpansionException {
        ShellWords words = new ShellWords();
        return new Expansion(options, word, env, words).split(words);
    }

    private boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '$' || c == '\'' || c == '"' || c == options.escape || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** What BuildKit's lexer can be set to, under its names. */
    record Options(char escape, boolean rawQuotes, boolean rawEscapes, boolean skipUnset, boolean skipQuotes) {}

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
