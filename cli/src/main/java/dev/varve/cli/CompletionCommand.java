package dev.varve.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code varve completion}. */
@Command(name = "completion", description = "Prints a completion script: 'source <(varve completion bash)'.")
final class CompletionCommand implements Runnable {
    /** The shells there are scripts for. */
    enum ShellName {
        bash,
        zsh
    }

    // one script serves both; asking for the name keeps room for shells that need another
    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private ShellName shell;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        // picocli's script serves both shells: it turns on zsh's support of bash completion itself
        spec.commandLine().getOut().print(AutoComplete.bash("varve", Varve.complete()));
    }
}
