package dev.varve.dockerfile;

import java.time.Duration;
import java.util.List;

/**
 * Sets how a container is checked, or with {@code NONE} that it is not.
 *
 * @param none whether this is {@code HEALTHCHECK NONE}; everything else is then empty or zero
 * @param command one word in shell form, the arguments in exec form
 * @param interval zero when not said, like the other durations
 * @param timeout how long one check may take
 * @param startPeriod how long failures do not count
 * @param startInterval the interval during the start period
 * @param retries how many failures make it unhealthy; 0 when not said
 */
public record Healthcheck(
        Syntax syntax,
        boolean none,
        List<Word> command,
        Duration interval,
        Duration timeout,
        Duration startPeriod,
        Duration startInterval,
        int retries)
        implements Instruction {
    public Healthcheck {
        command = List.copyOf(command);
    }
}
