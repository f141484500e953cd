package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.plan.BuildCache;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheRecord;
import dev.varve.plan.Input;
import dev.varve.plan.Operation;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Takes the steps of a plan through the cache and makes what it does not have. A stage's steps follow one another, stages
 * run beside each other as far as they do not wait for one another; at most as many steps run at a time as there are
 * processors.
 */
final class Execution {
    private final BuildPlan plan;
    private final BuildCache cache;
    private final SharedRecords records;
    private final Sources sources;
    private final StepRunner runner;
    private final BuildTime time;
    private final BuildListener listener;
    private final boolean useCache;
    private final Map<Step, CompletableFuture<StepResult>> results = new HashMap<>();
    private final Semaphore processors =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final List<Thread> threads = new ArrayList<>();

    Execution(
            BuildPlan plan,
            BuildCache cache,
            SharedRecords records,
            Sources sources,
            StepRunner runner,
            BuildTime time,
            BuildListener listener,
            boolean useCache) {
        this.plan = plan;
        this.cache = cache;
        this.records = records;
        this.sources = sources;
        this.runner = runner;
        this.time = time;
        this.listener = listener;
        this.useCache = useCache;
        plan.steps().forEach(step -> results.put(step, new CompletableFuture<>()));
    }

    /**
     * Runs everything.
     *
     * @return what became of each step, in the order of the plan
     * @throws StepFailedException where a step failed; the others have been stopped
     * @throws InterruptedException where the calling thread was asked to stop; everything has been
     */
    Map<Step, StepResult> run() throws IOException, InterruptedException {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        List<CompletableFuture<Void>> stages = new ArrayList<>();
        for (StagePlan stage : plan.stages()) {
            stages.add(start(stage, failure));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).get();
        } catch (ExecutionException e) {
            stop();
            throw cause(e);
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
        Map<Step, StepResult> done = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            done.put(step, future(step).join());
        }
        return done;
    }

    private CompletableFuture<Void> start(StagePlan stage, CompletableFuture<Void> failure) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        for (Step step : stage.steps()) {
                            StepResult result = attempt(stage, step);
                            sources.done(step, result.layers());
                            future(step).complete(result);
                        }
                        end.complete(null);
                    } catch (IOException | InterruptedException | RuntimeException | Error e) {
                        failure.completeExceptionally(e);
                    }
                },
                "varve build " + stage.name());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return end;
    }

    /** Stops what runs, and waits until it has stopped, so that nothing writes any more. */
    private void stop() {
        threads.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static IOException cause(ExecutionException e) throws InterruptedException {
        Throwable cause = e.getCause();
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof InterruptedException stopped) {
            throw stopped;
        }
        if (cause instanceof RuntimeException mistake) {
            throw mistake;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IOException(cause);
    }

    private StepResult attempt(StagePlan stage, Step step) throws IOException, InterruptedException {
        try {
            return take(stage, step);
        } catch (StepFailedException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new StepFailedException(stage, step, message, 0, "", e);
        }
    }

    private StepResult take(StagePlan stage, Step step) throws IOException, InterruptedException {
        if (step.operation().isEmpty()) {
            listener.configured(stage, step);
            return StepResult.configuration();
        }
        Operation operation = step.operation().get();
        if (operation instanceof Pull pull) {
            return StepResult.base(sources.layers(pull.image()));
        }
        for (Input input : operation.inputs()) {
            if (input.source() instanceof Source.Result earlier) {
                wait(earlier.step());
            }
        }
        List<Digest> below = sources.layers(operation.parent());
        Optional<BuildCache.Found> found = Optional.empty();
        if (useCache) {
            found = cache.find(step);
        } else {
            cache.skip(step);
        }
        if (found.isPresent() && isHere(found.get().record())) {
            listener.cached(stage, step);
            return StepResult.found(below, found.get());
        }
        if (found.isPresent()) {
            cache.skip(step);
        }
        return execute(stage, step, below);
    }

    /** A record of another machine's cache may turn out to be worth nothing. */
    private boolean isHere(CacheRecord record) throws InterruptedIOException {
        try {
            records.bring(record);
            return true;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            listener.warning("the shared cache does not give what it has, so the step runs: " + e.getMessage());
            return false;
        }
    }

    private StepResult execute(StagePlan stage, Step step, List<Digest> below)
            throws IOException, InterruptedException {
        processors.acquire();
        try {
            listener.started(stage, step);
            Instant start = Instant.now();
            Optional<Digest> layer = Optional.of(runner.run(stage, step, below));
            Duration took = Duration.between(start, Instant.now());
            Instant created = time.now();
            cache.record(step, layer, created, took);
            listener.finished(stage, step, took);
            return StepResult.executed(below, layer, created, took);
        } finally {
            processors.release();
        }
    }

    private CompletableFuture<StepResult> future(Step step) {
        return Objects.requireNonNull(results.get(step), "every step of the plan has one");
    }

    private StepResult wait(Step step) throws InterruptedException {
        try {
            return future(step).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("steps are only ever completed with their results", e);
        }
    }
}
