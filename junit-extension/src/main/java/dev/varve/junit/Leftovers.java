package dev.varve.junit;

import dev.varve.engine.Container;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.time.Instant;

/** Containers of test runs that were killed: their processes ended with the run, and the next run takes the rest away. */
final class Leftovers {
    private static final String LABEL = "dev.varve.test";

    private final Engine engine;

    Leftovers(Engine engine) {
        this.engine = engine;
    }

    /** The label that tells whose a container is. */
    static String label() {
        return LABEL;
    }

    /** This process. */
    static String owner() {
        return owner(ProcessHandle.current());
    }

    private static String owner(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    void remove() throws IOException, InterruptedException {
        for (Container container : engine.containers()) {
            try {
                String owner = container.settings().config().labels().get(LABEL);
                if (owner != null && !isAlive(owner)) {
                    container.removeByForce();
                }
            } catch (NotFoundException e) {
                // another run was faster
            }
        }
    }

    private static boolean isAlive(String owner) {
        String pid = owner.substring(0, Math.max(0, owner.indexOf(' ')));
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> owner(process).equals(owner))
                        .isPresent();
    }
}
