package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a script's syntax tree. Ranges are offsets in the Dockerfile. */
public sealed interface Statement {
    /** From its first to its last char. */
    SourceRange range();

    /**
     * Words that are run as one command, or assignments alone.
     *
     * @param words the command's name and its arguments
     */
    record Simple(
            List<ShellAssignment> assignments, List<ShellWord> words, List<Redirection> redirections, SourceRange range)
            implements Statement {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * Commands whose outputs are the next one's inputs, or one that is negated or timed.
     *
     * @param negated whether it begins with {@code !}
     * @param commands at least one
     */
    record Pipeline(boolean negated, List<Statement> commands, SourceRange range) implements Statement {
        public Pipeline {
            commands = List.copyOf(commands);
        }
    }

    /**
     * Statements joined by {@code &&} and {@code ||}.
     *
     * @param operators one less than {@code statements}
     * @param statements at least two
     */
    record AndOr(List<ChainOperator> operators, List<Statement> statements, SourceRange range) implements Statement {
        public AndOr {
            operators = List.copyOf(operators);
            statements = List.copyOf(statements);
        }
    }

    /** What joins the statements of an {@link AndOr}. */
    enum ChainOperator {
        AND,
        OR
    }

    /** Statements that follow each other; may be empty. */
    record Sequence(List<Item> items, SourceRange range) implements Statement {
        public Sequence {
            items = List.copyOf(items);
        }

        /**
         * One of the statements.
         *
         * @param background whether it ends in {@code &}
         */
        public record Item(Statement statement, boolean background) {}
    }

    /** {@code ( … )}. */
    record Subshell(Sequence body, List<Redirection> redirections, SourceRange range) implements Statement {
        public Subshell {
            redirections = List.copyOf(redirections);
        }
    }

    /** <code>{ …; }</code>. */
    record Group(Sequence body, List<Redirection> redirections, SourceRange range) implements Statement {
        public Group {
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * {@code if … then … elif … then … else … fi}.
     *
     * @param conditions one for each {@code if} and {@code elif}
     * @param bodies one for each condition
     */
    record If(
            List<Sequence> conditions,
            List<Sequence> bodies,
            @Nullable Sequence otherwise,
            List<Redirection> redirections,
            SourceRange range)
            implements Statement {
        public If {
            conditions = List.copyOf(conditions);
            bodies = List.copyOf(bodies);
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code while … do … done} or {@code until … do … done}. */
    record While(boolean until, Sequence condition, Sequence body, List<Redirection> redirections, SourceRange range)
            implements Statement {
        public While {
            redirections = List.copyOf(redirections);
        }
    }

    /**
     * {@code for name in … do … done}, {@code select}, or {@code for ((…))}.
     *
     * @param name of the variable; empty for {@code for ((…))}
     * @param words what the variable goes through; null without {@code in}
     */
    record For(
            String name,
            @Nullable List<ShellWord> words,
            Sequence body,
            List<Redirection> redirections,
            SourceRange range)
            implements Statement {
        public For {
            words = words == null ? null : List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code case word in … esac}. */
    record Case(ShellWord word, List<Clause> clauses, List<Redirection> redirections, SourceRange range)
            implements Statement {
        public Case {
            clauses = List.copyOf(clauses);
            redirections = List.copyOf(redirections);
        }

        /** {@code pattern|pattern) …}. */
        public record Clause(List<ShellWord> patterns, Sequence body) {
            public Clause {
                patterns = List.copyOf(patterns);
            }
        }
    }

    /** {@code name() …}. */
    record Function(String name, Statement body, SourceRange range) implements Statement {}

    /**
     * {@code [[ … ]]}.
     *
     * @param words between the brackets; operators are words too
     */
    record Test(List<ShellWord> words, List<Redirection> redirections, SourceRange range) implements Statement {
        public Test {
            words = List.copyOf(words);
            redirections = List.copyOf(redirections);
        }
    }

    /** {@code ((…))}. */
    record Arithmetic(List<Redirection> redirections, SourceRange range) implements Statement {
        public Arithmetic {
            redirections = List.copyOf(redirections);
        }
    }
}
