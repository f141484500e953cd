package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into directives, comments, blank lines and instructions (BuildKit {@code frontend/dockerfile/parser/parser.go}).
 * Where BuildKit gives up at the first mistake, this goes on with the next line.
 */
final class Parser {
    /** Lines of this many bytes and more are too long for the scanner that BuildKit reads with. */
    private static final int TOO_LONG = 64 * 1024;

    private final SourceText source;
    private final Lines lines;
    private final Problems problems;
    private final DirectiveReader directives;
    private final HeredocReader heredocs;
    private final List<Instruction> instructions = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int attachedComments;
    private boolean continued;

    Parser(SourceText source) {
        this.source = source;
        this.lines = new Lines(source);
        this.problems = new Problems(source);
        this.directives = new DirectiveReader(problems);
        this.heredocs = new HeredocReader(source, lines, problems);
    }

    ParsedFile parse() {
        reportLongLines();
        while (lines.advance()) {
            int start = pieces.isEmpty() ? 0 : lines.start();
            Piece.Kind kind = piece();
            pieces.add(new Piece(kind, new SourceRange(start, lines.end())));
        }
        Stages stages = Stages.of(instructions, problems);
        return new ParsedFile(
                directives.escape(),
                directives.directives(),
                stages.globalArgs(),
                stages.stages(),
                instructions,
                comments,
                pieces,
                problems.inFileOrder(),
                continued || heredocs.isCutOff());
    }

    private void reportLongLines() {
        for (int line = 0; line < source.lineCount(); line++) {
            int start = source.lineStart(line);
            int end = source.lineEnd(line);
            if (end > start && source.chars()[end - 1] == '\n') {
                end--;
            }
            // No char takes more than three bytes, so short lines need not be counted.
            if ((end - start) * 3L >= TOO_LONG) {
                int bytes = Utf8.encode(source.text().substring(start, end)).length;
                if (bytes >= TOO_LONG) {
                    problems.error(
                            new SourceRange(start, end),
                            "this line has " + bytes + " bytes; BuildKit reads lines of up to " + (TOO_LONG - 1));
                }
            }
        }
    }

    private Piece.Kind piece() {
        if (lines.isComment()) {
            return comment() ? Piece.Kind.DIRECTIVE : Piece.Kind.COMMENT;
        }
        directives.stop();
        if (lines.isBlank()) {
            attachedComments = comments.size();
            return Piece.Kind.BLANK;
        }
        instruction();
        return Piece.Kind.INSTRUCTION;
    }

    private boolean comment() {
        boolean directive = directives.accept(lines, source.text());
        if (directive) {
            attachedComments = comments.size();
        } else {
            comments.add(commentLine());
        }
        return directive;
    }

    private void instruction() {
        int errors = problems.errors();
        int line = lines.number();
        int start = lines.indented();
        int innerComments = comments.size();
        RawInstruction raw = RawInstruction.split(joinedLine(), directives.escape(), problems);
        List<Heredoc> found = heredocs.read(raw);
        int end = lines.contentEnd();
        while (end > start && WhiteSpace.isSpace(source.chars()[end - 1])) {
            end--;
        }
        for (Heredoc heredoc : found) {
            // An escaped space belongs to an opener, even at the end of the line.
            end = Math.max(end, heredoc.opener().end());
        }
        Syntax syntax = new Syntax(
                raw.word(),
                raw.name(),
                raw.flags(),
                raw.arguments().words(),
                found,
                raw.arguments().form(),
                raw.line().text(),
                comments.subList(attachedComments, innerComments),
                comments.subList(innerComments, comments.size()),
                new SourceRange(start, end),
                line,
                lines.number());
        boolean broken = problems.errors() > errors;
        instructions.add(broken ? new Invalid(syntax) : new InstructionReader(syntax, problems).read(raw));
        attachedComments = comments.size();
    }

    /** Joins the current line with those that continue it, and goes to the last of them. */
    private LogicalLine joinedLine() {
        LogicalLine.Builder joined = new LogicalLine.Builder(source.chars());
        int from = lines.indented();
        int firstBlank = -1;
        int cut = lines.continuation(from, directives.escape());
        joined.add(from, cut < 0 ? lines.contentEnd() : cut);
        while (cut >= 0 && lines.advance()) {
            if (lines.isComment()) {
                comments.add(commentLine());
            } else if (lines.isBlank()) {
                firstBlank = firstBlank < 0 ? lines.start() : firstBlank;
            } else {
                cut = lines.continuation(lines.start(), directives.escape());
                joined.add(lines.start(), cut < 0 ? lines.contentEnd() : cut);
            }
        }
        continued = cut >= 0;
        if (firstBlank >= 0) {
            problems.warning(
                    new SourceRange(firstBlank, firstBlank),
                    "empty line inside an instruction; Docker means to refuse this one day");
        }
        return joined.build();
    }

    private Comment commentLine() {
        SourceRange range = new SourceRange(lines.indented(), lines.contentEnd());
        String text = source.text().substring(range.start() + 1, range.end());
        return new Comment(WhiteSpace.trim(text), range, lines.number());
    }
}
