package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.sandbox.SandboxException;
import java.io.IOException;
import java.util.List;

/** {@code varve container run}. */
final class RunCommand extends EngineCommand {
    private final CreationFlags creation = new CreationFlags(flags);
    private final Toggle detached = flags.toggle("-d, --detach", "Run container in background and print container ID");
    private final Toggle signals = flags.usual("--sig-proxy", "Proxy received signals to the process");

    RunCommand() {
        super("[OPTIONS] IMAGE [COMMAND] [ARG...]", Arity.atLeast(1));
    }

    @Override
    public boolean isFlagsFirst() {
        return true;
    }

    @Override
    public int codeOfFailure() {
        return SandboxException.FAILED;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Exit code: the container's own; 125 where it could not be started, 126 where its program cannot be"
                        + " executed, 127 where there is no such program.",
                "Without --detach the container ends with this command. Without --network it has the machine's network"
                        + " and a host name of its own.");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        Foreground foreground = new Foreground(console);
        if (!detached.isOn()) {
            foreground.requireTerminal(creation.terminal.isOn(), creation.interactive.isOn());
        }
        Container container = creation.create(arguments, engine, console);
        try {
            if (detached.isOn()) {
                container.startDetached();
                console.out().println(container.id());
                return ExitCode.OK;
            }
            return foreground.run(signals.isOn(), attachment -> {
                container.start(attachment);
                return Foreground.of(container);
            });
        } catch (SandboxException e) {
            return Failures.report(e, e.exitCode(), console);
        }
    }
}
