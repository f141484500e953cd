package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.format.Listing;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code varve image ls}. */
final class ListCommand extends EngineCommand {
    private final Toggle digests = flags.toggle("--digests", "Show digests");
    private final Toggle untruncated = flags.toggle("--no-trunc", "Don't truncate output");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Only show image IDs");
    private final Text format = FormatFlag.ofList(flags);
    private final Filters filters =
            Filters.in(flags, "-f, --filter", "dangling", "reference", "label", "before", "since", "until");

    ListCommand() {
        super("[OPTIONS] [REPOSITORY[:TAG]]", Arity.atMost(1));
        flags.toggle("-a, --all", "Show all images; no image is hidden here without it");
        flags.unsupported("an image has one platform here", "--tree");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Instant now = Instant.now();
        ImageFilter filter = ImageFilter.of(filters, arguments, engine, now);
        List<JsonObject> rows = new ArrayList<>();
        for (Image image : engine.images()) {
            if (filter.accepts(image)) {
                for (ImageRow row : ImageRow.of(image, filter)) {
                    rows.add(row.fields(untruncated.isOn(), now));
                }
            }
        }
        if (quiet.isOn() && !format.isGiven()) {
            rows.stream().map(row -> row.members().get("ID")).forEach(console.out()::println);
            return ExitCode.OK;
        }
        listing().print(format.or(""), columns(), rows, console.out());
        return ExitCode.OK;
    }

    private List<String> columns() {
        return digests.isOn()
                ? List.of("Repository", "Tag", "Digest", "ID", "CreatedSince", "Size")
                : List.of("Repository", "Tag", "ID", "CreatedSince", "Size");
    }

    private static Listing listing() {
        return new Listing()
                .field("Repository", "REPOSITORY")
                .field("Tag", "TAG")
                .field("Digest", "DIGEST")
                .field("ID", "IMAGE ID")
                .field("CreatedSince", "CREATED")
                .field("CreatedAt", "CREATED AT")
                .field("Size", "SIZE")
                .field("VirtualSize", "SIZE")
                .field("Labels", "LABELS");
    }
}
