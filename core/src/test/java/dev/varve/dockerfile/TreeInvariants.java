package dev.varve.dockerfile;

import java.util.List;

/** What holds for every tree, whatever the file is. Plain checks, for they run on millions of files. */
final class TreeInvariants {
    private final Dockerfile file;

    private TreeInvariants(Dockerfile file) {
        this.file = file;
    }

    /** Fails with an {@link AssertionError} that says what does not hold. */
    static void check(Dockerfile file) {
        TreeInvariants invariants = new TreeInvariants(file);
        invariants.pieces();
        invariants.comments();
        invariants.instructions();
        invariants.diagnostics();
    }

    private void pieces() {
        int at = 0;
        int instructions = 0;
        for (Piece piece : file.pieces()) {
            hold(piece.range().start() == at, "pieces follow each other", piece);
            hold(piece.range().length() > 0, "pieces are not empty", piece);
            at = piece.range().end();
            instructions += piece.kind() == Piece.Kind.INSTRUCTION ? 1 : 0;
        }
        hold(at == file.text().length(), "pieces are the whole text", at);
        hold(instructions == file.instructions().size(), "an instruction is a piece", instructions);
    }

    private void comments() {
        int last = 0;
        for (Comment comment : file.comments()) {
            SourceRange range = comment.range();
            hold(range.start() >= last && !range.isEmpty(), "comments are in order", comment);
            hold(file.text().charAt(range.start()) == '#', "a comment starts with its sign", comment);
            hold(file.position(range.start()).line() == comment.line(), "a comment knows its line", comment);
            last = range.end();
        }
    }

    private void instructions() {
        int last = 0;
        for (Instruction instruction : file.instructions()) {
            Syntax syntax = instruction.syntax();
            hold(syntax.range().start() >= last, "instructions are in order", instruction);
            last = syntax.range().end();
            hold(last <= file.text().length(), "an instruction is inside the file", instruction);
            hold(file.position(syntax.range().start()).line() == syntax.line(), "it knows its line", instruction);
            hold(syntax.endLine() >= syntax.line(), "it does not end before it starts", instruction);
            syntax(syntax);
            if (instruction instanceof OnBuild onBuild) {
                hold(syntax.range(), onBuild.trigger().range(), "a trigger is inside its ONBUILD", instruction);
                syntax(onBuild.trigger().syntax());
            }
        }
    }

    private void syntax(Syntax syntax) {
        SourceRange all = syntax.range();
        String keyword = syntax.keyword().text();
        hold(all, syntax.keyword().range(), "a keyword is inside its instruction", syntax);
        boolean first = syntax.keyword().range().start() == all.start();
        boolean continued = file.text().charAt(all.start()) == file.escape();
        hold(first || continued, "an instruction starts with its keyword or an escape character", syntax);
        String written = file.text(syntax.keyword().range());
        boolean onOneLine = written.length() == keyword.length();
        hold(!onOneLine || written.equals(keyword), "a keyword's range is the keyword", syntax);
        int at = syntax.keyword().range().end();
        for (Flag flag : syntax.flags()) {
            hold(all, flag.range(), "a flag is inside its instruction", syntax);
            hold(flag.range().start() >= at, "flags are in order", syntax);
            at = flag.range().end();
            Word value = flag.value();
            hold(value == null || contains(flag.range(), value.range()), "a value is inside its flag", syntax);
        }
        for (Word arg : syntax.args()) {
            hold(all, arg.range(), "an argument is inside its instruction", syntax);
        }
        heredocs(all, syntax.heredocs());
    }

    private void heredocs(SourceRange all, List<Heredoc> heredocs) {
        int at = all.start();
        for (Heredoc heredoc : heredocs) {
            hold(all, heredoc.opener(), "an opener is inside its instruction", heredoc);
            hold(heredoc.body().start() >= at, "heredocs are in order", heredoc);
            hold(heredoc.terminator().start() >= heredoc.body().end(), "a terminator is behind its body", heredoc);
            hold(file.text(heredoc.body()).equals(heredoc.content()), "a body is its content", heredoc);
            hold(
                    heredoc.terminator().isEmpty() || contains(all, heredoc.terminator()),
                    "a terminator is inside",
                    heredoc);
            at = heredoc.terminator().end();
        }
    }

    private void diagnostics() {
        int last = 0;
        for (Diagnostic diagnostic : file.diagnostics()) {
            SourceRange range = diagnostic.range();
            hold(range.start() >= last && range.end() <= file.text().length(), "diagnostics are in order", diagnostic);
            hold(file.position(range.start()).equals(diagnostic.position()), "it knows its position", diagnostic);
            hold(diagnostic.message().length() < 1000, "a message is short", diagnostic);
            hold(diagnostic.message().chars().noneMatch(Character::isISOControl), "a message is plain", diagnostic);
            last = range.start();
        }
    }

    private static boolean contains(SourceRange outer, SourceRange inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static void hold(SourceRange outer, SourceRange inner, String what, Object about) {
        hold(contains(outer, inner), what, about);
    }

    private static void hold(boolean holds, String what, Object about) {
        if (!holds) {
            String text = String.valueOf(about);
            throw new AssertionError(what + ", unlike " + text.substring(0, Math.min(500, text.length())));
        }
    }
}
