package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Reads the heredocs that follow an instruction's line. */
final class HeredocReader {
    private final SourceText source;
    private final Lines lines;
    private final Problems problems;
    private boolean cutOff;

    HeredocReader(SourceText source, Lines lines, Problems problems) {
        this.source = source;
        this.lines = lines;
        this.problems = problems;
    }

    /** The heredocs that {@code instruction} opens; one that is not terminated takes the rest of the file, as in BuildKit. */
    List<Heredoc> read(RawInstruction instruction) {
        if (!instruction.takesHeredocs() || !mayOpen(instruction.line())) {
            return List.of();
        }
        List<HeredocOpener> openers;
        try {
            openers = HeredocOpener.in(instruction.line());
        } catch (ExpansionException e) {
            problems.error(instruction.line().range(), String.valueOf(e.getMessage()));
            return List.of();
        }
        List<Heredoc> heredocs = new ArrayList<>();
        for (HeredocOpener opener : openers) {
            if (!body(opener, heredocs)) {
                break;
            }
        }
        return heredocs;
    }

    /** Whether the last one was not terminated. */
    boolean isCutOff() {
        return cutOff;
    }

    private static boolean mayOpen(LogicalLine line) {
        for (int i = line.start() + 1; i < line.end(); i++) {
            if (line.at(i) == '<' && line.at(i - 1) == '<') {
                return true;
            }
        }
        return false;
    }

    private boolean body(HeredocOpener opener, List<Heredoc> heredocs) {
        int start = lines.end();
        int end = start;
        while (lines.advance()) {
            int terminator = terminator(opener);
            if (terminator >= 0) {
                heredocs.add(heredoc(opener, start, end, new SourceRange(terminator, lines.contentEnd())));
                return true;
            }
            end = lines.end();
        }
        cutOff = true;
        heredocs.add(heredoc(opener, start, end, new SourceRange(end, end)));
        problems.error(
                opener.range(),
                "this heredoc is not terminated: a line with only " + Quoted.excerpt(opener.name()) + " is missing");
        return false;
    }

    private int terminator(HeredocOpener opener) {
        int from = lines.start();
        while (opener.chomp() && from < lines.contentEnd() && source.chars()[from] == '\t') {
            from++;
        }
        boolean same = lines.contentEnd() - from == opener.name().length()
                && source.text().startsWith(opener.name(), from);
        return same ? from : -1;
    }

    private Heredoc heredoc(HeredocOpener opener, int start, int end, SourceRange terminator) {
        return new Heredoc(
                opener.name(),
                opener.expand(),
                opener.chomp(),
                source.text().substring(start, end),
                opener.range(),
                new SourceRange(start, end),
                terminator);
    }
}
