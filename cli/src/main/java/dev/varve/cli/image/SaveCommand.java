package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.engine.Engine;
import dev.varve.store.archive.ArchiveFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code varve image save}. */
final class SaveCommand extends EngineCommand {
    private final Text output = flags.text("-o, --output", "string", "Write to a file, instead of STDOUT");

    SaveCommand() {
        super("[OPTIONS] IMAGE [IMAGE...]", Arity.atLeast(1));
        flags.unsupported("an image has one platform here", "--platform");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        if (output.isGiven()) {
            Path file = Path.of(output.or(""));
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file)) {
                throw new Failure("--output: " + file + " is a folder");
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new Failure("--output: there is no folder " + folder);
            }
            engine.save(arguments, ArchiveFormat.DOCKER, file);
        } else if (console.terminal().out()) {
            throw new Failure("an archive is not written to a terminal; use --output or redirect");
        } else {
            console.out().flush();
            engine.save(arguments, ArchiveFormat.DOCKER, console.raw());
        }
        return ExitCode.OK;
    }
}
