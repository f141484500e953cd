package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.inspect.ImageDocument;
import dev.varve.cli.inspect.Inspection;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** {@code varve image inspect}. */
final class InspectCommand extends EngineCommand {
    private final Text format = FormatFlag.ofDocuments(flags, "-f, --format");

    InspectCommand() {
        super("[OPTIONS] IMAGE [IMAGE...]", Arity.atLeast(1));
        flags.unsupported("an image has one platform here", "--platform");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        return new Inspection(format.or(""), console).run(arguments, name -> ImageDocument.of(engine.image(name)));
    }
}
