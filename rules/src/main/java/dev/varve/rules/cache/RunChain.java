package dev.varve.rules.cache;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.movement.Reads;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A RUN that is nothing but commands joined by {@code &&}, so that it can be cut in two behind one of them. */
record RunChain(Dockerfile file, Run run, Script script, List<Statement> links) {
    /** What the commands behind it go on with, so that they have to stay in one shell. */
    private static final Pattern SHELL_STATE = Pattern.compile(
            "(cd|pushd|export|set|umask|ulimit|alias|readonly|local|declare|shopt|trap)\\b|\\w+=\\S*\\s*$");

    static Optional<RunChain> of(Dockerfile file, Run run, Script script) {
        List<Statement.Sequence.Item> items = script.body().items();
        if (run.syntax().form() != Form.SHELL
                || !run.syntax().heredocs().isEmpty()
                || items.size() != 1
                || !(items.get(0).statement() instanceof Statement.AndOr chain)
                || chain.operators().contains(Statement.ChainOperator.OR)) {
            return Optional.empty();
        }
        return Optional.of(new RunChain(file, run, script, chain.statements()));
    }

    /** A link as it is written. */
    String text(int link) {
        return file.text(links.get(link).range());
    }

    /** Whether the shell goes on with what one of the first links has set, the last of them included. */
    boolean isStateful(int last) {
        return links.subList(0, last + 1).stream()
                .anyMatch(link -> SHELL_STATE.matcher(file.text(link.range())).lookingAt());
    }

    /** What a link reads of the copied files. */
    Reads reads(int link) {
        Dockerfile alone = Dockerfile.parse("command", "FROM scratch\nRUN " + text(link) + "\n");
        return alone.stages().get(0).instructions().get(0) instanceof Run one ? Reads.of(one) : new Reads.Anything();
    }

    /** The commands of the first links, the last of them included. */
    List<Command> upTo(int last) {
        int end = links.get(last).range().end();
        return script.commands().stream()
                .filter(command -> command.range().start() < end)
                .toList();
    }

    /** The commands of the links behind one. */
    List<Command> behind(int last) {
        int end = links.get(last).range().end();
        return script.commands().stream()
                .filter(command -> command.range().start() >= end)
                .toList();
    }

    /** Makes two RUNs of it, with lines between them. */
    TextEdits cut(TextEdits edits, int last, String between) {
        String flags = file.text(
                gap(run.syntax().keyword().range(), run.command().get(0).range()));
        SourceRange gap = gap(links.get(last).range(), links.get(last + 1).range());
        return edits.replace(gap, "\n" + between + run.syntax().keyword().text() + flags);
    }

    private static SourceRange gap(SourceRange first, SourceRange second) {
        return new SourceRange(first.end(), Math.max(first.end(), second.start()));
    }
}
