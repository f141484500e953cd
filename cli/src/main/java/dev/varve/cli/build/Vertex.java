package dev.varve.cli.build;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Something that a build does, as it is shown. */
final class Vertex {
    private static final int LAST_LINES = 6;

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        CACHED,
        FAILED,
        CANCELED
    }

    private final int number;
    private final String name;
    private final long start = System.nanoTime();
    private final Instant started = Instant.now();
    private final LineBuffer partial = new LineBuffer();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private State state = State.RUNNING;
    private Optional<Duration> took = Optional.empty();
    private String error = "";

    Vertex(int number, String name) {
        this.number = number;
        this.name = name;
    }

    /** In the order in which they began, from 1. */
    int number() {
        return number;
    }

    String name() {
        return name;
    }

    Instant started() {
        return started;
    }

    State state() {
        return state;
    }

    /** Why it failed; empty where it did not. */
    String error() {
        return error;
    }

    /** How long it took, or has taken so far. */
    Duration time() {
        return took.orElseGet(() -> Duration.ofNanos(System.nanoTime() - start));
    }

    /** The lines that are whole now. */
    List<String> output(byte[] bytes) {
        List<String> lines = partial.add(bytes);
        lines.forEach(this::keep);
        return lines;
    }

    /** What is left of the output when it is over. */
    List<String> lastOutput() {
        List<String> lines = partial.rest();
        lines.forEach(this::keep);
        return lines;
    }

    private void keep(String line) {
        lastLines.add(line);
        if (lastLines.size() > LAST_LINES) {
            lastLines.remove();
        }
    }

    /** The last lines of output. */
    List<String> lastLines() {
        return List.copyOf(lastLines);
    }

    void end(State how, Optional<Duration> time, String why) {
        took = Optional.of(time.orElseGet(this::time));
        state = how;
        error = why;
    }
}
