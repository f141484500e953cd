package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.Engine;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.util.List;

/** {@code varve image tag}. */
final class TagCommand extends EngineCommand {
    TagCommand() {
        super("SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]", Arity.exactly(2));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        ImageReference name = ImageNames.parse(arguments.get(1));
        if (name.digest().isPresent()) {
            throw new Failure("'" + arguments.get(1) + "' has a digest; a name that is given to an image has none");
        }
        engine.tag(arguments.get(0), name.toString());
        return ExitCode.OK;
    }
}
