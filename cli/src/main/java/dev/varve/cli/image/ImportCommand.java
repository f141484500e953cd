package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Texts;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.engine.Engine;
import dev.varve.engine.ImportOptions;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code varve image import}. */
final class ImportCommand extends EngineCommand {
    private static final String STANDARD_INPUT = "-";

    private final Texts changes =
            flags.texts("-c, --change", "list", "Apply Dockerfile instruction to the created image");
    private final Text message = flags.text("-m, --message", "string", "Set commit message for imported image");
    private final Text platform =
            flags.text("--platform", "string", "What the image is for, such as linux/arm64 (default: this machine's)");

    ImportCommand() {
        super("[OPTIONS] file|- [REPOSITORY[:TAG]]", new Arity(1, 2));
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        String source = arguments.get(0);
        if (source.matches("https?://.*")) {
            throw new Failure("addresses are not imported; 'curl -L " + source + " | varve import -' does it");
        }
        Optional<ImageReference> name =
                arguments.size() > 1 ? Optional.of(ImageNames.parse(arguments.get(1))) : Optional.empty();
        ImportOptions options = new ImportOptions(
                platform.value().map(ImageNames::platform).orElseGet(Platform::host),
                message.or("Imported from " + STANDARD_INPUT),
                changes.values());
        Digest image;
        if (source.equals(STANDARD_INPUT)) {
            image = engine.importImage("standard input", console.in(), options);
        } else {
            try (InputStream archive = Files.newInputStream(Path.of(source))) {
                image = engine.importImage(source, archive, options);
            }
        }
        if (name.isPresent()) {
            engine.tag(image.toString(), name.get().toString());
        }
        console.out().println(image);
        return ExitCode.OK;
    }
}
