package dev.varve.cli.format;

import dev.varve.engine.container.ContainerState;
import java.time.Duration;
import java.time.Instant;

/** What has become of a container, as {@code docker ps} says it: {@code Up 2 minutes}. */
public final class ContainerStatus {
    private ContainerStatus() {}

    public static String of(ContainerState state, Instant now) {
        return switch (state.status()) {
            case CREATED -> "Created";
            case RUNNING ->
                "Up " + HumanTime.duration(Duration.between(state.started().orElse(now), now));
            case EXITED -> "Exited (" + state.exitCode() + ") " + HumanTime.ago(state.finished(), now);
        };
    }
}
