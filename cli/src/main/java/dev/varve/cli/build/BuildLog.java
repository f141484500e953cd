package dev.varve.cli.build;

import dev.varve.cli.build.Vertex.State;
import dev.varve.cli.console.Console;
import dev.varve.cli.format.HumanSize;
import dev.varve.engine.BuildFailedException;
import dev.varve.engine.build.BuildListener;
import dev.varve.image.Descriptor;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import dev.varve.registry.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a build, and has it shown. */
public final class BuildLog implements BuildListener, Progress, AutoCloseable {
    private final Display display;
    private final Map<Step, Vertex> steps = new LinkedHashMap<>();
    private @Nullable Vertex pulls;
    private @Nullable VertexNames names;
    private int count;

    BuildLog(Display display) {
        this.display = display;
    }

    /** One that is seen on a terminal only. */
    public static BuildLog onTerminal(Console console) {
        return new BuildLog(console.terminal().err() ? LiveDisplay.on(console.err(), true) : new Display() {});
    }

    private Vertex start(String name) {
        Vertex vertex = new Vertex(++count, name);
        display.started(vertex);
        return vertex;
    }

    private Vertex start(Step step) {
        Vertex vertex = start(names == null ? step.text() : names.of(step));
        steps.put(step, vertex);
        return vertex;
    }

    private void end(Vertex vertex, State how, Optional<Duration> took, String error) {
        vertex.lastOutput().forEach(line -> display.line(vertex, line));
        vertex.end(how, took, error);
        display.ended(vertex);
    }

    @Override
    public synchronized void planned(BuildPlan plan) {
        names = new VertexNames(plan);
        Set<Source.Image> images = new HashSet<>();
        boolean pulled = pulls != null;
        if (pulls != null) {
            end(pulls, State.DONE, Optional.empty(), "");
        }
        for (Step step : plan.steps()) {
            if (step.operation().orElse(null) instanceof Pull pull && images.add(pull.image())) {
                end(start(step), pulled ? State.DONE : State.CACHED, Optional.of(Duration.ZERO), "");
            }
        }
        long pullSteps = plan.steps().stream()
                .filter(step -> step.operation().orElse(null) instanceof Pull)
                .count();
        display.total(names.count() - (int) pullSteps + images.size());
    }

    @Override
    public synchronized void cached(StagePlan stage, Step step) {
        end(start(step), State.CACHED, Optional.of(Duration.ZERO), "");
    }

    @Override
    public synchronized void started(StagePlan stage, Step step) {
        start(step);
    }

    @Override
    public synchronized void finished(StagePlan stage, Step step, Duration took) {
        Vertex vertex = steps.get(step);
        if (vertex != null) {
            end(vertex, State.DONE, Optional.of(took), "");
        }
    }

    @Override
    public synchronized void output(StagePlan stage, Step step, byte[] bytes) {
        Vertex vertex = steps.get(step);
        if (vertex != null) {
            vertex.output(bytes).forEach(line -> display.line(vertex, line));
        }
    }

    @Override
    public synchronized void warning(String message) {
        display.warning(message);
    }

    @Override
    public synchronized void started(Descriptor blob) {
        if (pulls == null) {
            pulls = start("[internal] load images");
        }
    }

    @Override
    public synchronized void finished(Descriptor blob) {
        if (pulls != null) {
            display.detail(pulls, blob.digest() + " " + HumanSize.of(blob.size()) + " done");
        }
    }

    /** Something that is done beside the steps. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Shows something that is done when the steps are. */
    void during(String name, Work work, String... lines) throws IOException {
        Vertex vertex;
        synchronized (this) {
            vertex = start(name);
        }
        work.run();
        synchronized (this) {
            for (String line : lines) {
                display.detail(vertex, line);
            }
            end(vertex, State.DONE, Optional.empty(), "");
        }
    }

    /** The build is over at this. */
    synchronized void failed(BuildFailedException failure) {
        if (names != null) {
            names.find(failure.line(), failure.instruction())
                    .filter(step -> !steps.containsKey(step))
                    .ifPresent(this::start);
        }
        steps.forEach((step, vertex) -> {
            if (vertex.state() == State.RUNNING) {
                boolean guilty = step.line() == failure.line() && step.text().equals(failure.instruction());
                end(vertex, guilty ? State.FAILED : State.CANCELED, Optional.empty(), guilty ? reason(failure) : "");
            }
        });
    }

    /** The message without the place, which the line has. */
    private static String reason(BuildFailedException failure) {
        String message = String.valueOf(failure.getMessage());
        String place = failure.instruction() + ": ";
        return message.substring(message.indexOf(place) + (message.contains(place) ? place.length() : 1));
    }

    /** The build is over before its end. */
    synchronized void stopped() {
        if (pulls != null && pulls.state() == State.RUNNING) {
            end(pulls, State.CANCELED, Optional.empty(), "");
        }
        steps.values().stream()
                .filter(vertex -> vertex.state() == State.RUNNING)
                .forEach(vertex -> end(vertex, State.CANCELED, Optional.empty(), ""));
    }

    @Override
    public synchronized void close() {
        display.close();
    }
}
