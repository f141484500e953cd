package dev.varve.cli.container;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.Terminal;
import dev.varve.cli.engine.ImageNames;
import dev.varve.cli.engine.Transfers;
import dev.varve.image.Descriptor;
import dev.varve.registry.Progress;
import org.jspecify.annotations.Nullable;

/** Says on standard error that an image is pulled, where one is. */
final class MissingImage implements Progress, AutoCloseable {
    private final String image;
    private final Console console;
    private @Nullable Transfers transfers;

    MissingImage(String image, Console console) {
        this.image = image;
        this.console = console;
    }

    private synchronized Transfers transfers() {
        Transfers shown = transfers;
        if (shown == null) {
            console.err()
                    .println("Unable to find image '" + ImageNames.parse(image).familiar() + "' locally");
            console.err().flush();
            Terminal streams = new Terminal(false, console.terminal().err(), false);
            shown = new Transfers(
                    "Pull",
                    new Console(
                            console.in(),
                            console.rawErr(),
                            console.err(),
                            console.err(),
                            console.rawErr(),
                            streams,
                            console.environment()));
            transfers = shown;
        }
        return shown;
    }

    @Override
    public void present(Descriptor blob) {
        transfers().present(blob);
    }

    @Override
    public void started(Descriptor blob) {
        transfers().started(blob);
    }

    @Override
    public void transferred(Descriptor blob, long bytes) {
        transfers().transferred(blob, bytes);
    }

    @Override
    public void finished(Descriptor blob) {
        transfers().finished(blob);
    }

    @Override
    public synchronized void close() {
        if (transfers != null) {
            transfers.close();
        }
    }
}
