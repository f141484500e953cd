package dev.varve.cli.container;

import dev.varve.cli.command.Arity;
import dev.varve.cli.command.Text;
import dev.varve.cli.command.Toggle;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.engine.EngineCommand;
import dev.varve.cli.engine.Moment;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.engine.container.LogEntry;
import dev.varve.engine.container.LogFilter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** {@code varve container logs}. */
final class LogsCommand extends EngineCommand {
    private static final String ALL = "all";

    private final Toggle follow = flags.toggle("-f, --follow", "Follow log output");
    private final Text since =
            flags.text("--since", "string", "Show logs since timestamp or relative (e.g. \"42m\" for 42 minutes)");
    private final Text tail = flags.text(
                    "-n, --tail", "string", "Number of lines to show from the end of the logs (default \"all\")")
            .checked(LogsCommand::lines);
    private final Toggle timestamps = flags.toggle("-t, --timestamps", "Show timestamps");
    private final Text until =
            flags.text("--until", "string", "Show logs before a timestamp or relative (e.g. \"42m\" for 42 minutes)");

    LogsCommand() {
        super("[OPTIONS] CONTAINER", Arity.exactly(1));
        flags.unsupported("", "--details");
    }

    /** As Docker, takes a negative number for all. */
    private static OptionalInt lines(String text) {
        int lines = text.equals(ALL) ? -1 : WholeNumber.parse(text);
        return lines < 0 ? OptionalInt.empty() : OptionalInt.of(lines);
    }

    @Override
    protected int run(List<String> arguments, Engine engine, Console console) throws IOException, InterruptedException {
        Container container = engine.findContainer(arguments.get(0));
        Instant now = Instant.now();
        LogFilter filter = new LogFilter(
                lines(tail.or(ALL)),
                since.value().map(text -> Moment.parse("--since", text, now)),
                until.value().map(text -> Moment.parse("--until", text, now)));
        console.out().flush();
        container.logs(
                filter, follow.isOn(), entry -> print(entry, entry.isError() ? console.rawErr() : console.raw()));
        return ExitCode.OK;
    }

    private void print(LogEntry entry, OutputStream out) throws IOException {
        if (timestamps.isOn()) {
            out.write((entry.timestamp() + " ").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(entry.bytes());
        out.flush();
    }
}
