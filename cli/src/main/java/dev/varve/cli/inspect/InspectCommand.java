package dev.varve.cli.inspect;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.util.List;

/** {@code varve inspect}: of a container, or else of an image. */
final class InspectCommand extends EngineCommand {
    private static final String CONTAINER = "container";
    private static final String IMAGE = "image";

    private final Text format = FormatFlag.ofDocuments(flags, "-f, --format");
    private final Toggle sized = flags.toggle("-s, --size", "Display total file sizes if the type is container");
    private final Text type = flags.choice("--type", List.of(CONTAINER, IMAGE), "Return JSON for specified type");

    InspectCommand() {
        super("[OPTIONS] NAME|ID [NAME|ID...]", Arity.atLeast(1));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        return new Inspection(format.or(""), console).run(arguments, name -> document(name, engine));
    }

    private Document document(String name, Engine engine) throws IOException {
        if (type.or(CONTAINER).equals(IMAGE)) {
            return ImageDocument.of(engine.image(name));
        }
        try {
            return ContainerDocument.of(engine.findContainer(name), sized.isOn());
        } catch (NotFoundException e) {
            if (type.isGiven()) {
                throw e;
            }
        }
        try {
            return ImageDocument.of(engine.image(name));
        } catch (NotFoundException e) {
            throw new NotFoundException("there is no container and no image '" + name + "'");
        }
    }
}
