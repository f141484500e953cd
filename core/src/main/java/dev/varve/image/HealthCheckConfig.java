package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.time.Duration;

/**
 * How a container is asked whether it is well (Docker's image specification v1.2, "Healthcheck"). A duration of zero, or
 * zero retries, means what the image below says, or the default.
 *
 * @param test {@code NONE}, or {@code CMD} and a command line, or {@code CMD-SHELL} and a shell's line
 */
public record HealthCheckConfig(
        java.util.List<String> test,
        Duration interval,
        Duration timeout,
        Duration startPeriod,
        Duration startInterval,
        int retries) {
    /** It is not asked, whatever the image below says. */
    public static final HealthCheckConfig NONE = new HealthCheckConfig(
            java.util.List.of("NONE"), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    public HealthCheckConfig {
        test = java.util.List.copyOf(test);
    }

    static HealthCheckConfig read(JsonObject json) throws JsonException {
        return new HealthCheckConfig(
                json.texts("Test"),
                duration(json, "Interval"),
                duration(json, "Timeout"),
                duration(json, "StartPeriod"),
                duration(json, "StartInterval"),
                json.optionalNumber("Retries").orElse(0L).intValue());
    }

    private static Duration duration(JsonObject json, String name) throws JsonException {
        return Duration.ofNanos(json.optionalNumber(name).orElse(0L));
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY.withUnlessEmpty("Test", test);
        json = put(json, "Interval", interval);
        json = put(json, "Timeout", timeout);
        json = put(json, "StartPeriod", startPeriod);
        json = put(json, "StartInterval", startInterval);
        return retries == 0 ? json : json.with("Retries", retries);
    }

    private static JsonObject put(JsonObject json, String name, Duration duration) {
        return duration.isZero() ? json : json.with(name, duration.toNanos());
    }
}
