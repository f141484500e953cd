package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.inspect.ContainerDocument;
import dev.varve.cli.inspect.Inspection;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve container inspect}. */
final class InspectCommand extends EngineCommand {
    private final Text format = FormatFlag.ofDocuments(flags, "-f, --format");
    private final Toggle sized = flags.toggle("-s, --size", "Display total file sizes");

    InspectCommand() {
        super("[OPTIONS] CONTAINER [CONTAINER...]", Arity.atLeast(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        return new Inspection(format.or(""), console)
                .run(arguments, name -> ContainerDocument.of(engine.findContainer(name), sized.isOn()));
    }
}
