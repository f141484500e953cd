package dev.varve.engine.container;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.sandbox.HostProcess;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of a container.
 *
 * @param process while it runs
 * @param exitCode of the last time that it ran, or what kept it from starting: 125, 126, 127
 * @param error why it could not be started the last time; empty where it could
 * @param started when it was last started
 * @param finished when it last ended
 */
public record ContainerState(
        Status status,
        Optional<HostProcess> process,
        int exitCode,
        String error,
        Optional<Instant> started,
        Optional<Instant> finished) {
    /** It has not been started. */
    public static final ContainerState CREATED =
            new ContainerState(Status.CREATED, Optional.empty(), 0, "", Optional.empty(), Optional.empty());

    /** What a container whose supervisor was killed ended with: it was killed too. */
    static final int KILLED = 137;

    public enum Status {
        CREATED,
        RUNNING,
        EXITED;

        public String inWords() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    ContainerState running(Optional<HostProcess> as, Instant now) {
        return new ContainerState(Status.RUNNING, as, 0, "", Optional.of(now), finished);
    }

    ContainerState exited(int code, Instant now) {
        return new ContainerState(Status.EXITED, Optional.empty(), code, "", started, Optional.of(now));
    }

    ContainerState refused(int code, String why) {
        return new ContainerState(
                started.isPresent() ? Status.EXITED : Status.CREATED, Optional.empty(), code, why, started, finished);
    }

    static ContainerState read(JsonObject json) throws JsonException {
        try {
            Optional<JsonObject> process = json.optionalObject("process");
            return new ContainerState(
                    Status.valueOf(json.text("status").toUpperCase(Locale.ROOT)),
                    process.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new HostProcess(
                                    process.get().number("pid"), process.get().number("startTime"))),
                    (int) json.number("exitCode"),
                    json.optionalText("error").orElse(""),
                    json.optionalTime("started"),
                    json.optionalTime("finished"));
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .with("status", status.inWords())
                .with(
                        "process",
                        process.map(
                                one -> JsonObject.EMPTY.with("pid", one.pid()).with("startTime", one.startTime())))
                .with("exitCode", (long) exitCode)
                .withUnlessEmpty("error", error)
                .with("started", started.map(Instant::toString))
                .with("finished", finished.map(Instant::toString));
    }
}
