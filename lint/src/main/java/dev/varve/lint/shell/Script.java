package dev.varve.lint.shell;

import dev.varve.dockerfile.MappedText;
import dev.varve.lint.shell.Statement.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A parsed shell script. Ranges in it are offsets in the Dockerfile. Immutable.
 *
 * <p>Parsing never fails: what a shell would refuse becomes a {@link Problem}, and what can be read is still there.
 */
public final class Script {
    private final ShellKind shell;
    private final MappedText source;
    private final Sequence body;
    private final List<Problem> problems;
    private final CommandFinder found;

    private Script(ShellKind shell, MappedText source, Sequence body, List<Problem> problems) {
        this.shell = shell;
        this.source = source;
        this.body = body;
        this.problems = List.copyOf(problems);
        this.found = new CommandFinder(body);
    }

    /** Parses a script; one for a shell that is not like POSIX's has no statements. */
    public static Script parse(ShellKind shell, MappedText source) {
        List<Problem> problems = new ArrayList<>();
        boolean known = shell.isPosixLike();
        MappedText read = known ? source : new MappedText.Builder(source.range().start()).build();
        Sequence body = new StatementReader(new Cursor(read, problems, 0)).script();
        return new Script(shell, source, body, problems);
    }

    /** A command that no shell sees, as in exec form: the words are those of the array. */
    static Script ofWords(ShellKind shell, MappedText source, List<ShellWord> words) {
        Statement.Simple simple = new Statement.Simple(List.of(), words, List.of(), source.range());
        List<Sequence.Item> items = words.isEmpty() ? List.of() : List.of(new Sequence.Item(simple, false));
        Sequence body = new Sequence(items, source.range());
        return new Script(shell, source, body, List.of());
    }

    /** Who reads it. */
    public ShellKind shell() {
        return shell;
    }

    /** Whether its language is one that is parsed; the others have no statements. */
    public boolean isKnown() {
        return shell.isPosixLike();
    }

    /** What the shell gets. */
    public MappedText source() {
        return source;
    }

    /** The statements. */
    public Sequence body() {
        return body;
    }

    /** What a shell would refuse. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * Every command, in the order in which they are written and outer ones first, at any depth: in groups, loops and
     * functions, in substitutions, behind wrappers such as {@code sudo} and {@code env}, and in the string that is given to
     * {@code sh -c} or {@code eval}.
     */
    public List<Command> commands() {
        return Collections.unmodifiableList(found.commands());
    }

    /** Every pipeline, in the places in which {@link #commands()} finds commands. */
    public List<Statement.Pipeline> pipelines() {
        return Collections.unmodifiableList(found.pipelines());
    }

    /** The commands of one of the names. */
    public List<Command> commands(String... names) {
        return found.commands().stream().filter(c -> c.is(names)).toList();
    }
}
