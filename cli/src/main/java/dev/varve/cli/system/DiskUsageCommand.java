package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.format.FormatFlag;
import dev.varve.cli.format.HumanSize;
import dev.varve.cli.format.Listing;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.json.JsonObject;
import dev.varve.store.DiskUsage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code varve system df}. */
final class DiskUsageCommand extends EngineCommand {
    private final Text format = FormatFlag.ofList(flags);
    private final Toggle verbose = flags.toggle("-v, --verbose", "Show detailed information on space usage");

    DiskUsageCommand() {
        super("[OPTIONS]", Arity.NONE);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        DiskUsage usage = engine.diskUsage();
        if (verbose.isOn()) {
            new DetailedUsage(usage, engine, Instant.now()).print(format.or(""), console.out());
            return ExitCode.OK;
        }
        new Listing()
                .field("Type", "TYPE")
                .field("TotalCount", "TOTAL")
                .field("Active", "ACTIVE")
                .field("Size", "SIZE")
                .field("Reclaimable", "RECLAIMABLE")
                .print(
                        format.or(""),
                        List.of("Type", "TotalCount", "Active", "Size", "Reclaimable"),
                        rows(usage, running(engine)),
                        console.out());
        return ExitCode.OK;
    }

    private static Set<String> running(Engine engine) throws IOException {
        Set<String> running = new HashSet<>();
        for (Container container : engine.containers()) {
            if (container.state().isRunning()) {
                running.add(container.id());
            }
        }
        return running;
    }

    private static List<JsonObject> rows(DiskUsage usage, Set<String> running) {
        long written = 0;
        long stopped = 0;
        for (DiskUsage.ContainerUsage container : usage.containers()) {
            written += container.size();
            stopped += running.contains(container.container().id()) ? 0 : container.size();
        }
        List<JsonObject> rows = new ArrayList<>();
        rows.add(row(
                "Images",
                usage.images().size(),
                usage.activeImages(),
                usage.layers(),
                percent(usage.reclaimable(), usage.layers())));
        rows.add(row("Containers", usage.containers().size(), running.size(), written, percent(stopped, written)));
        rows.add(row("Local Volumes", 0, 0, 0, "0B"));
        rows.add(row(
                "Build Cache",
                usage.cache().records(),
                0,
                usage.cache().size(),
                HumanSize.precise(usage.cache().size())));
        if (usage.garbage() > 0) {
            rows.add(row("Leftovers", 0, 0, usage.garbage(), HumanSize.precise(usage.garbage())));
        }
        return rows;
    }

    private static String percent(long part, long whole) {
        return HumanSize.precise(part) + (whole > 0 ? " (" + 100 * part / whole + "%)" : "");
    }

    private static JsonObject row(String type, int total, int active, long size, String reclaimable) {
        return JsonObject.EMPTY
                .with("Type", type)
                .with("TotalCount", String.valueOf(total))
                .with("Active", String.valueOf(active))
                .with("Size", HumanSize.precise(size))
                .with("Reclaimable", reclaimable);
    }
}
