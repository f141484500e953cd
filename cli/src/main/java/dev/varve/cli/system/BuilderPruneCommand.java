package dev.varve.cli.system;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.Confirmation;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.Filters;
import dev.varve.cli.engine.Moment;
import dev.varve.cli.engine.PruneReport;
import dev.varve.cli.format.ByteCount;
import dev.varve.engine.Engine;
import dev.varve.engine.Pruned;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code varve builder prune}. */
final class BuilderPruneCommand extends EngineCommand {
    private final Toggle all = flags.toggle("-a, --all", "Remove also what images are made of and costs no room");
    private final Filters filters = Filters.in(flags, "--filter", "until");
    private final Toggle force = flags.toggle("-f, --force", "Do not prompt for confirmation");
    private final Text most = flags.text(
                    "--max-used-space", "bytes", "Maximum amount of disk space allowed to keep for cache")
            .checked(ByteCount::parse);
    private final Text keep = flags.text("--keep-storage", "bytes", "The same, as it was called before")
            .checked(ByteCount::parse);

    BuilderPruneCommand() {
        super("[OPTIONS]", Arity.NONE);
        flags.unsupported("--max-used-space says how much may stay", "--reserved-space", "--min-free-space");
        flags.unsupported("", "--builder", "--verbose");
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException {
        Optional<Instant> until = filters.value("until").map(text -> Moment.parse("until", text, Instant.now()));
        OptionalLong bytes = most.value()
                .or(keep::value)
                .map(text -> OptionalLong.of(ByteCount.parse(text)))
                .orElse(OptionalLong.empty());
        String warning =
                all.isOn() ? "This will remove all build cache." : "This will remove all dangling build cache.";
        if (!Confirmation.given(warning, force.isOn(), console)) {
            return ExitCode.OK;
        }
        Pruned pruned;
        if (until.isPresent() || bytes.isPresent()) {
            pruned = engine.pruneBuildCache(until, bytes, PruneReport.waiting(console));
        } else if (all.isOn()) {
            pruned = engine.pruneBuildCache(Optional.empty(), OptionalLong.of(0), PruneReport.waiting(console));
        } else {
            pruned = engine.pruneUnsharedBuildCache(PruneReport.waiting(console));
        }
        console.out().println("Deleted build cache objects: " + pruned.records());
        PruneReport.total(pruned.bytes(), console);
        return ExitCode.OK;
    }
}
