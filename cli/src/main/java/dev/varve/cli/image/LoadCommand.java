package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import dev.varve.image.ImageReference;
import dev.varve.store.archive.LoadedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code varve image load}. */
final class LoadCommand extends EngineCommand {
    private final Text input = flags.text(
            "-i, --input", "string", "Read from tar archive file, or an OCI image layout's folder, instead of STDIN");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Suppress the load output");

    LoadCommand() {
        super("[OPTIONS]", Arity.NONE);
        flags.unsupported("an image has one platform here", "--platform");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        if (!input.isGiven() && console.terminal().in()) {
            throw new Failure("an archive is not read from a terminal; use --input or redirect");
        }
        List<LoadedImage> images =
                input.isGiven() ? engine.load(Path.of(input.or(""))) : engine.load("standard input", console.in());
        for (LoadedImage image : images) {
            for (ImageReference name : image.names()) {
                say("Loaded image: " + name.familiar(), console);
            }
            if (image.names().isEmpty()) {
                say("Loaded image ID: " + image.id(), console);
            }
        }
        return ExitCode.OK;
    }

    private void say(String line, Console console) {
        if (!quiet.isOn()) {
            console.out().println(line);
        }
    }
}
