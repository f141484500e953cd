package dev.varve.cli.image;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
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

/** {@code varve image prune}. */
final class PruneCommand extends EngineCommand {
    private final Toggle all = flags.toggle("-a, --all", "Remove all unused images, not just dangling ones");
    private final Filters filters = PruneFilter.flag(flags);
    private final Toggle force = flags.toggle("-f, --force", "Do not prompt for confirmation");

    PruneCommand() {
        super("[OPTIONS]", Arity.NONE);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        PruneFilter filter = PruneFilter.of(filters, Instant.now());
        String warning = all.isOn()
                ? "This will remove all images without at least one container associated to them."
                : "This will remove all dangling images.";
        if (!Confirmation.given(warning, force.isOn(), console)) {
            return ExitCode.OK;
        }
        Pruned pruned = engine.pruneImages(
                image -> (all.isOn() || image.names().isEmpty()) && filter.accepts(image),
                PruneReport.waiting(console));
        PruneReport.images(pruned.images(), console);
        PruneReport.total(pruned.bytes(), console);
        return ExitCode.OK;
    }
}
