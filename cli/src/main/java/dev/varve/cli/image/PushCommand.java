package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failure;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.ImageNames;
import dev.varve.cli.engine.Transfers;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.registry.Compression;
import dev.varve.registry.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code varve image push}. */
final class PushCommand extends EngineCommand {
    private final Toggle all = flags.toggle("-a, --all-tags", "Push all tags of an image to the repository");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Suppress verbose output");
    private final Text compression = flags.choice(
            "--compression",
            List.of("gzip", "zstd", "uncompressed"),
            "How layers are sent; as they came, or else gzip, where it is not said");

    PushCommand() {
        super("[OPTIONS] NAME[:TAG]", Arity.exactly(1));
        flags.unsupported("an image has one platform here", "--platform");
        flags.unsupported("images are not signed", "--disable-content-trust");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        ImageReference name = ImageNames.parse(arguments.get(0));
        List<ImageReference> names = all.isOn() ? tagsOf(name, arguments.get(0), engine) : List.of(name);
        if (!quiet.isOn()) {
            console.out().println("The push refers to repository [" + name.domain() + "/" + name.path() + "]");
            console.out().flush();
        }
        for (ImageReference each : names) {
            push(each, engine, console);
        }
        if (quiet.isOn()) {
            console.out().println(name);
        }
        return ExitCode.OK;
    }

    private void push(ImageReference name, Engine engine, Console console) throws IOException {
        if (quiet.isOn()) {
            engine.push(name, how(), Progress.NONE);
            return;
        }
        Descriptor pushed;
        try (Transfers transfers = new Transfers("Push", console)) {
            pushed = engine.push(name, how(), transfers);
        }
        console.out().println(name.tag().orElse("latest") + ": digest: " + pushed.digest() + " size: " + pushed.size());
    }

    private Compression how() {
        return switch (compression.or("")) {
            case "zstd" -> Compression.ZSTD;
            case "uncompressed" -> Compression.NONE;
            default -> Compression.DEFAULT;
        };
    }

    private static List<ImageReference> tagsOf(ImageReference name, String given, Engine engine) throws IOException {
        if (!given.equals(name.familiarRepository()) && !given.equals(name.domain() + "/" + name.path())) {
            throw new Failure("--all-tags takes a repository, and '" + given + "' has a tag or a digest");
        }
        List<ImageReference> tags = new ArrayList<>();
        for (Image image : engine.images()) {
            image.names().stream()
                    .filter(tag ->
                            tag.tag().isPresent() && tag.familiarRepository().equals(name.familiarRepository()))
                    .forEach(tags::add);
        }
        if (tags.isEmpty()) {
            throw new Failure("there is no image of repository '" + given + "' here");
        }
        return tags;
    }
}
