package dev.varve.dockerfile;

import java.util.List;
import java.util.Map;

/** Reads ONBUILD. What stands behind it is only read by BuildKit when a build uses the image as its base. */
final class OnBuildReader {
    private final Syntax syntax;
    private final Problems problems;

    OnBuildReader(Syntax syntax, Problems problems) {
        this.syntax = syntax;
        this.problems = problems;
    }

    Instruction read(RawInstruction raw) {
        FlagValues.check(syntax, Map.of(), problems);
        RawInstruction trigger = raw.trigger();
        if (trigger == null) {
            problems.error(syntax.keyword().range(), "ONBUILD expects an instruction");
            return new Invalid(syntax);
        }
        switch (Keyword.upperCase(trigger.word().text())) {
            case "ONBUILD", "FROM", "MAINTAINER" -> {
                problems.error(trigger.word().range(), "ONBUILD cannot be followed by " + trigger.name());
                return new Invalid(syntax);
            }
            default -> {
                Syntax inner = innerSyntax(trigger);
                Instruction instruction = new InstructionReader(inner, problems.asWarnings()).read(trigger);
                return new OnBuild(syntax, instruction, expression());
            }
        }
    }

    private Syntax innerSyntax(RawInstruction trigger) {
        SourceRange word = trigger.word().range();
        return new Syntax(
                trigger.word(),
                trigger.name(),
                trigger.flags(),
                trigger.arguments().words(),
                syntax.heredocs(),
                trigger.arguments().form(),
                trigger.line().text(),
                List.of(),
                List.of(),
                new SourceRange(word.start(), syntax.range().end()),
                problems.line(word.start()),
                syntax.endLine());
    }

    private String expression() {
        String line = syntax.original();
        int start = line.regionMatches(true, 0, "ONBUILD", 0, 7) ? 7 : 0;
        while (start < line.length() && "\t\f\r ".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        StringBuilder out = new StringBuilder().append(line, start, line.length());
        for (Heredoc heredoc : syntax.heredocs()) {
            out.append('\n').append(heredoc.content()).append(heredoc.name());
        }
        return out.toString();
    }
}
