package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.shell.Statement.ChainOperator;
import java.util.ArrayList;
import java.util.List;

/** Finds the commands of a script, and its pipelines. */
final class CommandFinder {
    /** How deep scripts may stand in each other as strings. */
    private static final int MAX_STRINGS = 8;

    private final List<Command> found = new ArrayList<>();
    private final List<Statement.Pipeline> pipelines = new ArrayList<>();
    private int strings;

    CommandFinder(Statement script) {
        visit(script, Surroundings.NONE);
    }

    List<Command> commands() {
        return found;
    }

    List<Statement.Pipeline> pipelines() {
        return pipelines;
    }

    private void visit(Statement statement, Surroundings around) {
        if (statement instanceof Statement.Simple simple) {
            simple(simple, around);
        } else if (statement instanceof Statement.Pipeline pipeline) {
            pipelines.add(pipeline);
            for (int i = 0; i < pipeline.commands().size(); i++) {
                visit(pipeline.commands().get(i), around.in(pipeline, i));
            }
        } else if (statement instanceof Statement.AndOr chain) {
            for (int i = 0; i < chain.statements().size(); i++) {
                boolean or = i > 0 && chain.operators().get(i - 1) == ChainOperator.OR;
                visit(chain.statements().get(i), around.in(chain, i, or));
            }
        } else if (statement instanceof Statement.Sequence sequence) {
            sequence.items().forEach(item -> visit(item.statement(), around));
        } else {
            compound(statement, around);
        }
    }

    private void compound(Statement statement, Surroundings around) {
        if (statement instanceof Statement.Subshell subshell) {
            visit(subshell.body(), around.deeper(false));
            redirections(subshell.redirections(), around);
        } else if (statement instanceof Statement.Group group) {
            visit(group.body(), around.deeper(false));
            redirections(group.redirections(), around);
        } else if (statement instanceof Statement.If branches) {
            branches(branches, around);
        } else if (statement instanceof Statement.While loop) {
            visit(loop.condition(), around.deeper(false));
            visit(loop.body(), around.deeper(true));
            redirections(loop.redirections(), around);
        } else if (statement instanceof Statement.For loop) {
            List<ShellWord> words = loop.words();
            words(words == null ? List.of() : words, around);
            visit(loop.body(), around.deeper(true));
            redirections(loop.redirections(), around);
        } else if (statement instanceof Statement.Case choice) {
            words(List.of(choice.word()), around);
            choice.clauses().forEach(clause -> visit(clause.body(), around.deeper(true)));
            redirections(choice.redirections(), around);
        } else if (statement instanceof Statement.Function function) {
            visit(function.body(), around.deeper(true));
        } else if (statement instanceof Statement.Test test) {
            words(test.words(), around);
            redirections(test.redirections(), around);
        }
    }

    private void branches(Statement.If branches, Surroundings around) {
        for (int i = 0; i < branches.conditions().size(); i++) {
            visit(branches.conditions().get(i), around.deeper(i > 0));
            visit(branches.bodies().get(i), around.deeper(true));
        }
        Statement.Sequence otherwise = branches.otherwise();
        if (otherwise != null) {
            visit(otherwise, around.deeper(true));
        }
        redirections(branches.redirections(), around);
    }

    private void simple(Statement.Simple simple, Surroundings around) {
        if (!simple.words().isEmpty()) {
            command(simple, around);
        }
        simple.assignments().forEach(assignment -> words(assignment.values(), around));
        words(simple.words(), around);
        redirections(simple.redirections(), around);
    }

    private void command(Statement.Simple simple, Surroundings around) {
        List<Wrapper> wrappers = new ArrayList<>();
        List<ShellWord> words = WrapperTable.unwrap(simple.words(), wrappers);
        ShellWord name = words.get(0);
        List<ShellWord> arguments = words.subList(1, words.size());
        int start = name.range().start();
        int end = Math.max(start, words.get(words.size() - 1).range().end());
        found.add(new Command(
                name,
                arguments,
                simple.assignments(),
                simple.redirections(),
                wrappers,
                around.place(simple),
                new SourceRange(start, end)));
        MappedText inner =
                strings < MAX_STRINGS ? InnerScript.of(Command.baseName(name), arguments, simple.redirections()) : null;
        if (inner != null) {
            strings++;
            visit(new StatementReader(new Cursor(inner, new ArrayList<>(), 0)).script(), around.inside());
            strings--;
        }
    }

    private void words(List<ShellWord> words, Surroundings around) {
        words.forEach(word -> parts(word.parts(), around));
    }

    private void redirections(List<Redirection> redirections, Surroundings around) {
        for (Redirection redirection : redirections) {
            parts(redirection.target().parts(), around);
            ShellWord body = redirection.body();
            if (body != null) {
                parts(body.parts(), around);
            }
        }
    }

    private void parts(List<Part> parts, Surroundings around) {
        for (Part part : parts) {
            if (part instanceof Part.DoubleQuoted quoted) {
                parts(quoted.parts(), around);
            } else if (part instanceof Part.Parameter parameter) {
                parts(parameter.argument(), around);
            } else if (part instanceof Part.Substitution substitution) {
                visit(substitution.body(), around.inside());
            }
        }
    }
}
