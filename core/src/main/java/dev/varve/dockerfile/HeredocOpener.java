package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The word that opens a heredoc, such as {@code <<-"EOF"}; a file descriptor may stand in front of it.
 *
 * <p>Openers are found with the backslash for escape character, whatever the file's is, as in BuildKit's
 * {@code parser.go}.
 */
record HeredocOpener(String name, boolean expand, boolean chomp, SourceRange range) {
    private static final ShellLexer NAME = new ShellLexer('\\').keepingUnset();
    private static final ShellLexer RAW_NAME = NAME.keepingQuotes();
    private static final ShellLexer LINE = RAW_NAME.keepingEscapes();

    /** The openers in an instruction's line; none where its quotes do not match. */
    static List<HeredocOpener> in(LogicalLine line) throws ExpansionException {
        List<Word> words;
        try {
            words = LINE.lex(line.text(), name -> null);
        } catch (ExpansionException e) {
            return List.of();
        }
        List<HeredocOpener> openers = new ArrayList<>();
        for (Word word : words) {
            int start = line.start() + word.range().start();
            int end = line.start() + word.range().end();
            HeredocOpener opener = of(new Word(word.text(), line.range(start, end)));
            if (opener != null) {
                openers.add(opener);
            }
        }
        return openers;
    }

    /** What a word of COPY or ADD opens, or null if it opens nothing. */
    static @Nullable HeredocOpener ofWord(Word word) {
        try {
            return of(word);
        } catch (ExpansionException e) {
            return null;
        }
    }

    private static @Nullable HeredocOpener of(Word word) throws ExpansionException {
        String text = word.text();
        int pos = 0;
        while (pos < text.length() && text.charAt(pos) >= '0' && text.charAt(pos) <= '9') {
            pos++;
        }
        if (!text.startsWith("<<", pos)) {
            return null;
        }
        pos += 2;
        boolean chomp = pos < text.length() && text.charAt(pos) == '-';
        if (chomp) {
            pos++;
        }
        while (pos < text.length() && "\t\n\f\r ".indexOf(text.charAt(pos)) >= 0) {
            pos++;
        }
        if (pos == text.length() || text.indexOf('<', pos) >= 0) {
            return null;
        }
        return named(text.substring(pos), chomp, word.range());
    }

    private static @Nullable HeredocOpener named(String written, boolean chomp, SourceRange range)
            throws ExpansionException {
        List<Word> names = NAME.lex(written, name -> null);
        if (names.size() != 1) {
            return null;
        }
        List<Word> raw = RAW_NAME.lex(written, name -> null);
        if (raw.size() != 1) {
            throw new ExpansionException("the delimiter of a heredoc cannot be told from " + Quoted.excerpt(written));
        }
        String name = names.get(0).text();
        boolean quoted = quotes(name) != quotes(raw.get(0).text());
        return new HeredocOpener(name, !quoted, chomp, range);
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '"').count();
    }
}
