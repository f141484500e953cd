package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.cli.engine.Transfers;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.engine.NotFoundException;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.registry.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code varve image pull}. */
final class PullCommand extends EngineCommand {
    private final Text platform = flags.text(
            "--platform", "string", "Which of an image's platforms, such as linux/arm64 (default: this machine's)");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Suppress verbose output");

    PullCommand() {
        super("[OPTIONS] NAME[:TAG|@DIGEST]", Arity.exactly(1));
        flags.unsupported("pull the tags one by one", "-a", "--all-tags");
        flags.unsupported("signatures are not looked at", "--disable-content-trust");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        ImageReference name = ImageNames.parse(arguments.get(0));
        Platform wanted = platform.value().map(ImageNames::platform).orElseGet(Platform::host);
        if (quiet.isOn()) {
            engine.pull(name.toString(), wanted, Progress.NONE);
        } else {
            pull(name, !arguments.get(0).contains(":"), wanted, engine, console);
        }
        console.out().println(name);
        return ExitCode.OK;
    }

    private static void pull(ImageReference name, boolean withoutTag, Platform platform, Engine engine, Console console)
            throws IOException {
        if (withoutTag) {
            console.out().println("Using default tag: latest");
        }
        Optional<Digest> before = find(name, engine);
        console.out().println(tag(name) + ": Pulling from " + name.path());
        console.out().flush();
        Image image;
        try (Transfers transfers = new Transfers("Pull", console)) {
            image = engine.pull(name.toString(), platform, transfers);
        }
        image.repositoryDigests().stream()
                .filter(known -> known.familiarRepository().equals(name.familiarRepository()))
                .findFirst()
                .flatMap(ImageReference::digest)
                .ifPresent(digest -> console.out().println("Digest: " + digest));
        boolean same = before.equals(Optional.of(image.id()));
        console.out()
                .println("Status: " + (same ? "Image is up to date for " : "Downloaded newer image for ")
                        + name.familiar());
    }

    private static String tag(ImageReference name) {
        return name.tag().orElseGet(() -> name.digest().map(Digest::toString).orElse(""));
    }

    private static Optional<Digest> find(ImageReference name, Engine engine) throws IOException {
        try {
            return Optional.of(engine.image(name.toString()).id());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
