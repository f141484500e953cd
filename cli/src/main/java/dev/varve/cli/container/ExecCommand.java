package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.KeyValue;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import dev.varve.engine.ExecRequest;
import dev.varve.engine.container.ContainerProcess;
import dev.varve.engine.container.EnvironmentFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code varve container exec}. */
final class ExecCommand extends EngineCommand {
    private final Toggle detached = flags.toggle("-d, --detach", "Detached mode: run command in the background");
    private final Texts environment = flags.texts("-e, --env", "list", "Set environment variables");
    private final Texts environmentFiles = flags.texts("--env-file", "list", "Read in a file of environment variables");
    private final Toggle interactive = flags.toggle("-i, --interactive", "Keep STDIN open even if not attached");
    private final Toggle terminal = flags.toggle("-t, --tty", "Allocate a pseudo-TTY");
    private final Text user = flags.text("-u, --user", "string", "Username or UID (format: <name|uid>[:<group|gid>])");
    private final Text workingDirectory =
            flags.text("-w, --workdir", "string", "Working directory inside the container");

    ExecCommand() {
        super("[OPTIONS] CONTAINER COMMAND [ARG...]", Arity.atLeast(2));
        flags.unsupported("", "--detach-keys", "--privileged");
    }

    @Override
    public boolean isFlagsFirst() {
        return true;
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        ExecRequest request = engine.findContainer(arguments.get(0)).exec(arguments.subList(1, arguments.size()));
        List<String> variables = new ArrayList<>();
        for (String file : environmentFiles.values()) {
            variables.addAll(EnvironmentFile.read(Path.of(file), console.environment()));
        }
        variables.addAll(environment.values());
        request.env(KeyValue.withEnvironment(variables, console.environment()));
        user.value().ifPresent(request::user);
        workingDirectory.value().ifPresent(request::workingDirectory);
        if (terminal.isOn()) {
            request.terminal();
        }
        if (detached.isOn()) {
            request.startDetached();
            return ExitCode.OK;
        }
        if (interactive.isOn()) {
            request.interactive();
        }
        Foreground foreground = new Foreground(console);
        foreground.requireTerminal(terminal.isOn(), interactive.isOn());
        return foreground.run(true, attachment -> job(request.start(attachment)));
    }

    private static Foreground.Job job(ContainerProcess process) {
        return new Foreground.Job() {
            @Override
            public OutputStream stdin() {
                return process.stdin();
            }

            @Override
            public void signal(String name) throws IOException, InterruptedException {
                process.signal(name);
            }

            @Override
            public int waitFor() throws IOException, InterruptedException {
                return process.waitFor();
            }
        };
    }
}
