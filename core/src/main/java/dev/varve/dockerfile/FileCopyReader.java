package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads COPY and ADD. */
final class FileCopyReader {
    private static final Map<String, FlagValues.Type> COPY_FLAGS = new LinkedHashMap<>();
    private static final Map<String, FlagValues.Type> ADD_FLAGS = new LinkedHashMap<>();

    static {
        COPY_FLAGS.put("from", FlagValues.Type.TEXT);
        ADD_FLAGS.put("checksum", FlagValues.Type.TEXT);
        ADD_FLAGS.put("keep-git-dir", FlagValues.Type.BOOLEAN);
        ADD_FLAGS.put("unpack", FlagValues.Type.BOOLEAN);
        for (Map<String, FlagValues.Type> flags : List.of(COPY_FLAGS, ADD_FLAGS)) {
            flags.put("chown", FlagValues.Type.TEXT);
            flags.put("chmod", FlagValues.Type.TEXT);
            flags.put("link", FlagValues.Type.BOOLEAN);
            flags.put("exclude", FlagValues.Type.TEXTS);
        }
        COPY_FLAGS.put("parents", FlagValues.Type.BOOLEAN);
    }

    private final Syntax syntax;
    private final Problems problems;
    private final List<Word> sources = new ArrayList<>();
    private final List<Heredoc> inlineSources = new ArrayList<>();

    FileCopyReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    Instruction read(Keyword keyword) {
        FlagValues flags = FlagValues.check(syntax, keyword == Keyword.COPY ? COPY_FLAGS : ADD_FLAGS, problems);
        List<Word> args = syntax.args();
        if (args.size() < 2) {
            SourceRange at =
                    args.isEmpty() ? syntax.keyword().range() : args.get(0).range();
            String found =
                    args.isEmpty() ? "nothing" : Quoted.excerpt(args.get(0).text()) + " only";
            problems.error(at, keyword + " expects at least one source and a destination, found " + found);
            return new Invalid(syntax);
        }
        Word destination = args.get(args.size() - 1);
        if (HeredocOpener.ofWord(destination) != null) {
            problems.error(
                    destination.range(), keyword + " cannot copy to a heredoc; its last argument is the destination");
        }
        splitSources(args.subList(0, args.size() - 1));
        return keyword == Keyword.COPY ? copy(flags, destination) : add(flags, destination);
    }

    private Copy copy(FlagValues flags, Word destination) {
        return new Copy(
                syntax,
                sources,
                inlineSources,
                destination,
                flags.text("from"),
                flags.text("chown"),
                flags.text("chmod"),
                flags.isTrue("link"),
                flags.isTrue("parents"),
                flags.texts("exclude"));
    }

    private Add add(FlagValues flags, Word destination) {
        return new Add(
                syntax,
                sources,
                inlineSources,
                destination,
                flags.text("chown"),
                flags.text("chmod"),
                flags.text("checksum"),
                flags.isTrue("link"),
                flags.flag("keep-git-dir"),
                flags.flag("unpack"),
                flags.texts("exclude"));
    }

    private void splitSources(List<Word> words) {
        Map<String, Heredoc> byName = new HashMap<>();
        for (Heredoc heredoc : syntax.heredocs()) {
            byName.put(heredoc.name(), heredoc);
        }
        for (Word word : words) {
            HeredocOpener opener = HeredocOpener.ofWord(word);
            if (opener == null) {
                sources.add(word);
            } else {
                inlineSources.add(inlineSource(opener, byName));
            }
        }
    }

    /** BuildKit looks contents up by name, so of two heredocs with one name both sources get the last; without any, nothing. */
    private static Heredoc inlineSource(HeredocOpener opener, Map<String, Heredoc> byName) {
        Heredoc heredoc = byName.get(opener.name());
        SourceRange nowhere =
                new SourceRange(opener.range().end(), opener.range().end());
        return new Heredoc(
                opener.name(),
                opener.expand(),
                opener.chomp(),
                heredoc == null ? "" : heredoc.content(),
                opener.range(),
                heredoc == null ? nowhere : heredoc.body(),
                heredoc == null ? nowhere : heredoc.terminator());
    }
}
