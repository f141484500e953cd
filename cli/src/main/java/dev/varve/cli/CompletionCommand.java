package dev.varve.cli;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Command;
import dev.varve.cli.command.Completion;
import dev.varve.cli.command.Menu;
import dev.varve.cli.command.Shell;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import java.util.List;

/** {@code varve completion}. */
final class CompletionCommand extends Command {
    private final Menu menu;

    CompletionCommand(Menu menu) {
        super(String.join("|", Shell.all()), Arity.exactly(1));
        this.menu = menu;
    }

    @Override
    public List<String> notes() {
        return List.of("Use it with: source <(varve completion bash)", "In fish: varve completion fish | source");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        String name = arguments.get(0);
        Shell shell = Shell.named(name)
                .orElseThrow(() -> new Failure(
                        "there is no completion for '" + name + "'; there is for " + String.join(", ", Shell.all())));
        console.out().print(new Completion(menu, shell).script());
        return ExitCode.OK;
    }
}
