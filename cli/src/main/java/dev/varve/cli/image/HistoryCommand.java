package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.format.HumanSize;
import dev.varve.cli.format.HumanTime;
import dev.varve.cli.format.Listing;
import dev.varve.engine.Engine;
import dev.varve.engine.Image;
import dev.varve.engine.ImageHistory;
import dev.varve.image.HistoryEntry;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code varve image history}. */
final class HistoryCommand extends EngineCommand {
    private static final String MISSING = "<missing>";
    private static final int LONGEST = 45;

    private final Text format = FormatFlag.ofList(flags);
    private final Toggle human = flags.usual("-H, --human", "Print sizes and dates in human readable format");
    private final Toggle untruncated = flags.toggle("--no-trunc", "Don't truncate output");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Only show image IDs");

    HistoryCommand() {
        super("[OPTIONS] IMAGE", Arity.exactly(1));
        flags.unsupported("an image has one platform here", "--platform");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Image image = engine.image(arguments.get(0));
        String id = untruncated.isOn() ? image.id().toString() : image.id().shortened();
        Instant now = Instant.now();
        List<JsonObject> rows = new ArrayList<>();
        for (ImageHistory entry : image.history()) {
            rows.add(row(entry, rows.isEmpty() ? id : MISSING, now));
        }
        if (quiet.isOn() && !format.isGiven()) {
            rows.forEach(row -> console.out().println(row.members().get("ID")));
            return ExitCode.OK;
        }
        listing()
                .print(
                        format.or(""),
                        List.of("ID", human.isOn() ? "CreatedSince" : "CreatedAt", "CreatedBy", "Size", "Comment"),
                        rows,
                        console.out());
        return ExitCode.OK;
    }

    private static Listing listing() {
        return new Listing()
                .field("ID", "IMAGE")
                .field("CreatedSince", "CREATED")
                .field("CreatedAt", "CREATED AT")
                .field("CreatedBy", "CREATED BY")
                .field("Size", "SIZE")
                .field("Comment", "COMMENT");
    }

    private JsonObject row(ImageHistory history, String id, Instant now) {
        HistoryEntry entry = history.entry();
        Optional<Instant> created = entry.created().map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        return JsonObject.EMPTY
                .with("ID", id)
                .with("CreatedSince", HumanTime.ago(entry.created(), now))
                .with("CreatedAt", created.map(Instant::toString).orElse("N/A"))
                .with("CreatedBy", shown(entry.createdBy().replace('\t', ' ')))
                .with("Size", human.isOn() ? HumanSize.of(history.size()) : String.valueOf(history.size()))
                .with("Comment", entry.comment());
    }

    private String shown(String createdBy) {
        String line = createdBy.replace('\n', ' ');
        return untruncated.isOn() || line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
