package dev.varve.junit;

import dev.varve.engine.ExecResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a further process in a container, for a limited time. */
final class TimedExec {
    private final Container container;
    private final Duration timeout;

    TimedExec(Container container, Duration timeout) {
        this.container = container;
        this.timeout = timeout;
    }

    ExecResult run(List<String> command) throws IOException, InterruptedException {
        FutureTask<ExecResult> task =
                new FutureTask<>(() -> container.engineContainer().exec(command).run());
        Thread thread = new Thread(task, "varve exec");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "'" + String.join(" ", command) + "' in " + container + " did not end within " + timeout.toMillis()
                            + " ms",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IOException(e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
