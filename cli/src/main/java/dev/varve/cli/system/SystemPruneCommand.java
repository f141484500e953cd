package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.container.ContainerPruning;
import dev.varve.cli.engine.Confirmation;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.engine.PruneFilter;
import dev.varve.cli.engine.PruneReport;
import dev.varve.engine.Engine;
import dev.varve.engine.Pruned;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** {@code varve system prune}. */
final class SystemPruneCommand extends EngineCommand {
    private final Toggle all = flags.toggle("-a, --all", "Remove all unused images not just dangling ones");
    private final Filters filters = PruneFilter.flag(flags);
    private final Toggle force = flags.toggle("-f, --force", "Do not prompt for confirmation");

    SystemPruneCommand() {
        super("[OPTIONS]", Arity.NONE);
        flags.unsupported("there are no volumes; a container's own go with it", "--volumes");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        PruneFilter filter = PruneFilter.of(filters, Instant.now());
        if (!Confirmation.given(warning(), force.isOn(), console)) {
            return ExitCode.OK;
        }
        long bytes = ContainerPruning.run(filter, engine, console);
        Pruned images = engine.pruneImages(
                image -> (all.isOn() || image.names().isEmpty()) && filter.accepts(image),
                PruneReport.waiting(console));
        PruneReport.images(images.images(), console);
        Pruned cache = cache(filter, engine, console);
        if (cache.records() > 0) {
            console.out().println("Deleted build cache objects: " + cache.records() + "\n");
        }
        PruneReport.total(bytes + images.bytes() + cache.bytes(), console);
        return ExitCode.OK;
    }

    private String warning() {
        return "This will remove:\n  - all stopped containers\n"
                + (all.isOn()
                        ? "  - all images without at least one container associated to them\n  - all build cache\n"
                        : "  - all dangling images\n  - unused build cache\n");
    }

    private Pruned cache(PruneFilter filter, Engine engine, Console console) throws IOException {
        return all.isOn() || filter.until().isPresent()
                ? engine.pruneBuildCache(
                        filter.until(),
                        filter.until().isPresent() ? OptionalLong.empty() : OptionalLong.of(0),
                        PruneReport.waiting(console))
                : engine.pruneUnsharedBuildCache(PruneReport.waiting(console));
    }
}
