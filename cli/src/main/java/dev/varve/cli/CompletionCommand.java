package dev.varve.cli;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Command;
import dev.varve.cli.command.Completion;
import dev.varve.cli.command.Menu;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import java.util.List;

/** {@code varve completion}. */
final class CompletionCommand extends Command {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Menu menu;

    CompletionCommand(Menu menu) {
        super("bash|zsh", Arity.exactly(1));
        this.menu = menu;
    }

    @Override
    public List<String> notes() {
        return List.of("Use it with: source <(varve completion bash)");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        String shell = arguments.get(0);
        if (!SHELLS.contains(shell)) {
            throw new Failure("there is no completion for '" + shell + "'; there is for " + String.join(", ", SHELLS));
        }
        // one script serves both
        console.out().print(new Completion(menu).script());
        return ExitCode.OK;
    }
}
