package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code varve container export}. */
final class ExportCommand extends EngineCommand {
    private static final int BUFFER = 128 << 10;

    private final Text output = flags.text("-o, --output", "string", "Write to a file, instead of STDOUT");

    ExportCommand() {
        super("[OPTIONS] CONTAINER", Arity.exactly(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Container container = engine.findContainer(arguments.get(0));
        if (!output.isGiven() && console.terminal().out()) {
            throw new Failure("an archive is not for a terminal; name a file with --output, or redirect it");
        }
        console.out().flush();
        OutputStream file = output.isGiven() ? Files.newOutputStream(Path.of(output.or(""))) : console.raw();
        try (OutputStream archive = new BufferedOutputStream(file, BUFFER)) {
            container.export(archive);
        }
        return ExitCode.OK;
    }
}
