package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.format.Listing;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import dev.varve.json.JsonObject;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code varve container ls}. */
final class ListCommand extends EngineCommand {
    private final Toggle all = flags.toggle("-a, --all", "Show all containers (default shows just running)");
    private final Filters filters = ContainerFilter.flag(flags);
    private final Text format = FormatFlag.ofList(flags);
    private final Text last = flags.text("-n, --last", "int", "Show n last created containers (includes all states)")
            .checked(WholeNumber::parse);
    private final Toggle latest =
            flags.toggle("-l, --latest", "Show the latest created container (includes all states)");
    private final Toggle untruncated = flags.toggle("--no-trunc", "Don't truncate output");
    private final Toggle quiet = flags.toggle("-q, --quiet", "Only display container IDs");
    private final Toggle sized = flags.toggle("-s, --size", "Display total file sizes");

    ListCommand() {
        super("[OPTIONS]", Arity.NONE);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Instant now = Instant.now();
        List<ContainerRow> rows = rows(new ContainerFilter(filters, engine), engine, console);
        if (quiet.isOn() && !format.isGiven()) {
            for (ContainerRow row : rows) {
                String id = row.container().id();
                console.out().println(untruncated.isOn() ? id : id.substring(0, 12));
            }
            return ExitCode.OK;
        }
        boolean measured = sized.isOn() || format.or("").contains(".Size");
        List<JsonObject> fields = new ArrayList<>();
        for (ContainerRow row : rows) {
            fields.add(row.fields(untruncated.isOn(), measured, now));
        }
        listing().print(format.or(""), columns(), fields, console.out());
        return ExitCode.OK;
    }

    private List<ContainerRow> rows(ContainerFilter filter, Engine engine, Console console) throws IOException {
        int most = latest.isOn() ? 1 : last.isGiven() ? WholeNumber.parse(last.or("")) : -1;
        boolean everyState = all.isOn() || most > 0 || filter.tellsStates();
        List<ContainerRow> rows = new ArrayList<>();
        for (Container container : engine.containers()) {
            if (most > 0 && rows.size() >= most) {
                break;
            }
            try {
                ContainerRow row = ContainerRow.of(container);
                if ((everyState || row.state().isRunning()) && filter.accepts(row)) {
                    rows.add(row);
                }
            } catch (NotFoundException e) {
                // it has been removed meanwhile
            } catch (StoreException e) {
                Failures.report(e, ExitCode.FAILED, console);
            }
        }
        return rows;
    }

    private List<String> columns() {
        List<String> columns =
                new ArrayList<>(List.of("ID", "Image", "Command", "RunningFor", "Status", "Ports", "Names"));
        if (sized.isOn()) {
            columns.add("Size");
        }
        return columns;
    }

    private static Listing listing() {
        return new Listing()
                .field("ID", "CONTAINER ID")
                .field("Image", "IMAGE")
                .field("Command", "COMMAND")
                .field("CreatedAt", "CREATED AT")
                .field("RunningFor", "CREATED")
                .field("Ports", "PORTS")
                .field("State", "STATE")
                .field("Status", "STATUS")
                .field("Size", "SIZE")
                .field("Names", "NAMES")
                .field("Labels", "LABELS")
                .field("Mounts", "MOUNTS")
                .field("LocalVolumes", "LOCAL VOLUMES")
                .field("Networks", "NETWORKS")
                .field("Platform", "PLATFORM");
    }
}
