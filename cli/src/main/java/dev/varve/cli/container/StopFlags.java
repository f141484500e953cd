package dev.varve.cli.container;

import dev.varve.cli.command.Flags;
import dev.varve.cli.command.Text;
import dev.varve.engine.Container;
import java.io.IOException;
import java.time.Duration;

/** How a container is stopped. */
final class StopFlags {
    private final Text signal;
    private final Text timeout;

    StopFlags(Flags flags) {
        signal = flags.text("-s, --signal", "string", "Signal to send to the container");
        timeout = flags.text("-t, --timeout", "int", "Seconds to wait before killing the container; -1 for ever")
                .checked(WholeNumber::parse);
        flags.unsupported("it is called --timeout", "--time");
    }

    void apply(Container container) throws IOException, InterruptedException {
        int seconds = timeout.isGiven()
                ? WholeNumber.parse(timeout.or(""))
                : container.settings().stopSeconds();
        container.stop(signal.or(""), Duration.ofSeconds(seconds));
    }
}
