package dev.varve.cli.container;

import dev.varve.cli.console.Console;
import dev.varve.cli.console.ExitCode;
import dev.varve.cli.console.Failures;
import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import java.io.IOException;
import java.util.List;

/** Does the same with several containers; what cannot be done with one does not keep it from the others. */
final class EachContainer {
    private EachContainer() {}

    @FunctionalInterface
    interface Action {
        void on(Container container) throws IOException, InterruptedException;
    }

    /**
     * Does it, and prints the name of each that it was done with, as it was given.
     *
     * @return the exit code
     */
    static int named(List<String> names, Engine engine, Console console, Action action) throws InterruptedException {
        int code = ExitCode.OK;
        for (String name : names) {
            try {
                action.on(engine.findContainer(name));
                console.out().println(name);
            } catch (IOException | IllegalArgumentException e) {
                console.out().flush();
                code = report(e, console);
            }
        }
        return code;
    }

    private static int report(Exception e, Console console) {
        return Failures.report(
                e instanceof IOException ? e : new IOException(e.getMessage(), e), ExitCode.FAILED, console);
    }
}
