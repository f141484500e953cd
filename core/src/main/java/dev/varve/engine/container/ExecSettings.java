package dev.varve.engine.container;

import java.util.List;

/**
 * A further process of a container. What is empty is as the container has it.
 *
 * @param environment {@code NAME=value}, beside the container's own
 * @param terminal whether it has a terminal
 * @param interactive whether its standard input is open
 */
public record ExecSettings(
        List<String> command,
        List<String> environment,
        String user,
        String workingDirectory,
        boolean terminal,
        boolean interactive) {
    public ExecSettings {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
    }
}
