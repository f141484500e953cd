package dev.varve.junit;

import dev.varve.image.HealthCheckConfig;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for a container, and says what it printed where that is in vain. */
final class Waiting {
    private static final int PAUSE_MILLIS = 20;
    private static final int CONNECT_MILLIS = 1_000;

    private final Container container;
    private final Duration timeout;

    Waiting(Container container, Duration timeout) {
        this.container = container;
        this.timeout = timeout;
    }

    /** @throws VarveException where it does not come in time, or cannot come any more */
    void await(Wait wait) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        boolean came;
        try {
            came = came(wait, deadline);
        } catch (InterruptedException e) {
            InterruptedException told = new InterruptedException(message(wait, "when the test was interrupted", ""));
            told.initCause(e);
            throw told;
        }
        if (!came) {
            throw new VarveException(
                    container.isRunning() || wait instanceof Wait.Exit
                            ? message(wait, "within " + inWords(timeout), hint(wait))
                            : message(wait, "and ended with exit code " + container.exitCode(), ""),
                    null);
        }
    }

    private boolean came(Wait wait, long deadline) throws InterruptedException {
        if (wait instanceof Wait.Exit) {
            return container.output().await(container::hasEnded, () -> false, deadline);
        }
        if (wait instanceof Wait.Line line) {
            return container
                    .output()
                    .await(() -> container.output().all().contains(line.text()), container::hasEnded, deadline);
        }
        while (true) {
            boolean ended = container.hasEnded();
            if (isThere(wait)) {
                return true;
            }
            if (ended || System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isThere(Wait wait) throws InterruptedException {
        if (wait instanceof Wait.Port port) {
            return listens(port.port());
        }
        if (wait instanceof Wait.Http http) {
            return answers(http);
        }
        if (wait instanceof Wait.RunningProcess process) {
            return container.processes().stream().anyMatch(line -> line.contains(process.text()));
        }
        return isHealthy();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(Wait.Http http) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) http.url().toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(CONNECT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == http.status();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isHealthy() throws InterruptedException {
        List<String> command = healthCommand();
        try {
            return container.engineContainer().exec(command).run().exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code NONE}, or {@code CMD} and a command, or {@code CMD-SHELL} and a line for a shell. */
    private List<String> healthCommand() {
        List<String> test = container
                .image()
                .config()
                .config()
                .healthcheck()
                .map(HealthCheckConfig::test)
                .orElse(List.of());
        if (test.size() < 2) {
            throw new VarveException(
                    container.image() + " has no HEALTHCHECK to wait for; wait for a line, a port or a URL", null);
        }
        List<String> command = new ArrayList<>();
        if (test.get(0).equals("CMD-SHELL")) {
            List<String> shell = container.image().config().config().shell();
            command.addAll(shell.isEmpty() ? List.of("/bin/sh", "-c") : shell);
        }
        command.addAll(test.subList(1, test.size()));
        return command;
    }

    private String message(Wait wait, String when, String hint) {
        return container + " " + wait + " " + when + "; it printed\n" + Texts.indented(container.logs()) + hint;
    }

    private static String hint(Wait wait) {
        return "\nnext: "
                + (wait instanceof Wait.Exit ? "wait for a line, a port or a URL instead of its end, or " : "")
                + "give it more time with @Run(timeoutSeconds = …), RunRequest.timeout(…) or the configuration parameter"
                + " varve.timeout";
    }

    private static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
