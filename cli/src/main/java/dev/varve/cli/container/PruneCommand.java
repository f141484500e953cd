package dev.varve.cli.container;

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
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** {@code varve container prune}. */
final class PruneCommand extends EngineCommand {
    private final Filters filters = PruneFilter.flag(flags);
    private final Toggle force = flags.toggle("-f, --force", "Do not prompt for confirmation");

    PruneCommand() {
        super("[OPTIONS]", Arity.NONE);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        PruneFilter filter = PruneFilter.of(filters, Instant.now());
        if (!Confirmation.given("This will remove all stopped containers.", force.isOn(), console)) {
            return ExitCode.OK;
        }
        PruneReport.total(ContainerPruning.run(filter, engine, console), console);
        return ExitCode.OK;
    }
}
