package dev.varve.junit.assertions;

import dev.varve.junit.Container;
import dev.varve.junit.VarveException;
import dev.varve.junit.Wait;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractPathAssert;
import org.assertj.core.api.Assertions;

/** Assertions about a container. Those that something must happen for wait for it as long as the container's timeout. */
public class ContainerAssert extends VarveAssert<ContainerAssert, Container> {
    ContainerAssert(Container actual) {
        super(actual, ContainerAssert.class);
    }

    /** Ends with this exit code. */
    public ContainerAssert exitedWith(int code) {
        return awaiting(
                "to end with exit code " + code,
                Wait.exit(),
                () -> require(
                        actual.exitCode() == code,
                        () -> Mismatch.of(
                                "exit code " + code,
                                "exit code " + actual.exitCode() + ", having printed\n" + output())));
    }

    private ContainerAssert awaiting(String expected, Wait wait, Supplier<ContainerAssert> then) {
        try {
            actual.await(wait);
        } catch (VarveException e) {
            return require(false, () -> Mismatch.of(expected, String.valueOf(e.getMessage())));
        }
        return then.get();
    }

    private String output() {
        return actual.logs().isBlank()
                ? "nothing"
                : Mismatch.lines(actual.logs().lines().toList());
    }

    /** Prints this, on either stream. */
    public ContainerAssert printed(String text) {
        return awaiting("output with '" + text + "'", Wait.line(text), () -> this);
    }

    /** Has not printed this so far. */
    public ContainerAssert didNotPrint(String text) {
        return require(!actual.logs().contains(text), () -> Mismatch.of("no output with '" + text + "'", output()));
    }

    /** Ends having printed just this, on both streams. */
    public ContainerAssert printedExactly(String text) {
        return awaiting(
                "to end",
                Wait.exit(),
                () -> require(actual.logs().equals(text), () -> Mismatch.of(text.stripTrailing(), output())));
    }

    /** Has this variable with this value, by its image or by who ran it. */
    public ContainerAssert hasEnv(String name, String value) {
        Map<String, String> found = actual.environment();
        return require(
                value.equals(found.get(name)),
                () -> Mismatch.of(
                        name + "=" + value,
                        found.containsKey(name)
                                ? name + "=" + found.get(name)
                                : "no variable " + name + "; there are " + String.join(", ", found.keySet())));
    }

    /** Has not ended. */
    public ContainerAssert isRunning() {
        return require(
                actual.isRunning(),
                () -> Mismatch.of(
                        "running", "ended with exit code " + actual.exitCode() + ", having printed\n" + output()));
    }

    /** Becomes healthy, as its image's {@code HEALTHCHECK} has it. */
    public ContainerAssert isHealthy() {
        return awaiting("to be healthy", Wait.healthy(), () -> this);
    }

    /** Answers this URL with this status. */
    public ContainerAssert answers(String url, int status) {
        return awaiting("to answer " + url + " with " + status, Wait.http(url, status), () -> this);
    }

    /** Has a process whose command line contains this. */
    public ContainerAssert hasProcess(String text) {
        return awaiting("a process '" + text + "'", Wait.process(text), () -> this);
    }

    /** Goes on with one of its files as it is now, by AssertJ's own assertions. */
    public AbstractPathAssert<?> path(String path) {
        return Assertions.assertThat(actual.path(path)).as(descriptionText());
    }
}
