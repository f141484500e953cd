package dev.varve.rules.shell;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Shell;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.Word;
import dev.varve.lint.RunScript;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.ShellKind;
import dev.varve.lint.shell.Statement;
import java.util.List;
import java.util.Optional;

/** Pipes, and whether the shell minds that a part of one fails. */
final class Pipes {
    private static final List<String> SHELLS = List.of("bash", "zsh", "ash");

    private Pipes() {}

    /** The first pipe that hides a failure. */
    static Optional<Statement.Pipeline> unguarded(Script script) {
        List<Command> options = script.commands("set").stream()
                .filter(command -> command.hasArgument("pipefail"))
                .toList();
        return script.pipelines().stream()
                .filter(pipeline -> pipeline.commands().size() > 1)
                .filter(pipeline -> options.stream()
                        .noneMatch(set -> set.range().start() < pipeline.range().start()))
                .filter(pipeline -> !isInGuardedString(pipeline, script))
                .findFirst();
    }

    private static boolean isInGuardedString(Statement.Pipeline pipeline, Script script) {
        return script.commands().stream()
                .anyMatch(outer -> ShellKind.of(outer.name()).isPosixLike()
                        && outer.hasArgument("pipefail")
                        && outer.range().start() <= pipeline.range().start()
                        && pipeline.range().end() <= outer.range().end());
    }

    /** Whether SHELL, here or in a stage that this one starts from, or the script's shebang has set the option. */
    static boolean areGuarded(Subject subject, RunScript run) {
        String text = run.script().source().text();
        if (text.startsWith("#!") && text.lines().findFirst().orElse("").contains("pipefail")) {
            return true;
        }
        int line = run.run().line();
        return run.stage().stream()
                .flatMap(stage -> subject.lineage(stage).stream())
                .flatMap(stage -> lastShell(stage, line).stream())
                .findFirst()
                .map(Pipes::guards)
                .orElse(false);
    }

    private static Optional<Shell> lastShell(Stage stage, int line) {
        Shell last = null;
        for (Instruction instruction : stage.instructions()) {
            if (instruction instanceof Shell shell && instruction.line() < line) {
                last = shell;
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean guards(Shell shell) {
        List<String> words = shell.command().stream().map(Word::text).toList();
        String program = words.get(0);
        boolean known = SHELLS.contains(program.substring(program.lastIndexOf('/') + 1));
        return !ShellKind.of(program).isPosixLike() || (known && words.contains("pipefail"));
    }
}
