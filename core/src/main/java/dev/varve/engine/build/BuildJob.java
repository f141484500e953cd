package dev.varve.engine.build;

import dev.varve.context.DigestCache;
import dev.varve.engine.files.Stacks;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.plan.BuildCache;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.Cause;
import dev.varve.plan.Exec;
import dev.varve.plan.PlanException;
import dev.varve.plan.PlannedBuild;
import dev.varve.plan.Project;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import dev.varve.store.Store;
import dev.varve.store.StoreLock;
import dev.varve.store.StoredImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One build from a project to an image in the store.
 *
 * @param options without base images, which come from {@code images}
 * @param useCache whether the cache is asked; results are put into it in any case
 * @param epoch {@code SOURCE_DATE_EPOCH}
 * @param runs how RUN is run
 * @param trail the builds that this one follows, where it does not follow all that the store has seen
 * @param sharing what other machines' builds left, and what this one leaves for them
 */
public record BuildJob(
        Project project,
        BuildOptions options,
        boolean useCache,
        Optional<Instant> epoch,
        RunSettings runs,
        Optional<BuildTrail> trail,
        CacheSharing sharing,
        BuildListener listener) {
    /**
     * What a build made.
     *
     * @param image the manifest of the image, which has no name yet
     * @param id the digest of its configuration
     * @param steps what became of each instruction, in the order of the plan
     */
    public record Outcome(Descriptor image, Digest id, List<StepOutcome> steps) {
        public Outcome {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Runs the build.
     *
     * @throws PlanException where the Dockerfile cannot be built
     * @throws StepFailedException where a step failed
     * @throws InterruptedException where the thread was asked to stop
     */
    @SuppressWarnings("try")
    public Outcome run(Store store, Images images, DigestCache digests, Sandboxes sandboxes)
            throws IOException, PlanException, InterruptedException {
        try (StoreLock use = store.use();
                Stacks stacks = new Stacks(store);
                GitCheckouts checkouts = new GitCheckouts()) {
            PlannedBuild build = plan(images, digests);
            listener.planned(build.plan());
            Sources sources = new Sources(build.contexts(), images, new Downloads(store), checkouts, stacks);
            BuildTime time = BuildTime.of(epoch);
            StepRunner runner = new StepRunner(
                    new CopyStep(store, stacks, sources, time),
                    new RunStep(store, sandboxes, stacks, sources, runs, listener),
                    listener);
            LastBuild last = trail.map(BuildTrail::lastBuild).orElseGet(() -> LastBuild.of(store, name()));
            SharedRecords records = new SharedRecords(new StoredRecords(store), store, sharing.open(store));
            BuildCache cache = trail.isPresent()
                    ? new BuildCache(build, trail.get().records(store), records, sources)
                    : new BuildCache(build, records, sources);
            Map<Step, StepResult> results;
            try {
                for (Source.Context context : contextBases(build.plan())) {
                    sources.laidOut(context, runner.layOut(context));
                }
                results = new Execution(build.plan(), cache, records, sources, runner, time, listener, useCache).run();
            } catch (StepFailedException e) {
                keepBefore(e, build.plan(), sources, store);
                throw e;
            }
            ImageAssembly assembly =
                    new ImageAssembly(build.plan(), results, sources, store, time, bases(build.plan(), images));
            Descriptor image = assembly.assemble(target(build.plan()));
            store.images().keep(image);
            sharing.export(cache.used(), store);
            return new Outcome(image, store.images().of(image.digest()).id(), outcomes(build, results, store, last));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Keeps what was there before a RUN that failed, so that one can look around in it. */
    private static void keepBefore(StepFailedException failure, BuildPlan plan, Sources sources, Store store)
            throws IOException {
        if (failure.step().operation().orElse(null) instanceof Exec exec) {
            ContainerConfig config = ContainerConfig.EMPTY.with(exec.environment(), exec.folder(), exec.user());
            ImageConfig image = new ImageConfig(
                    exec.platform(), Optional.of(Instant.now()), "", config, sources.layers(exec.parent()), List.of());
            Descriptor kept = new ImageAssembly(
                            plan, Map.of(), sources, store, BuildTime.of(Optional.empty()), List.of())
                    .write(image);
            store.images().keep(kept);
            failure.keptBefore(store.images().of(kept.digest()).id());
        }
    }

    private PlannedBuild plan(Images images, DigestCache digests) throws IOException, PlanException {
        return project.plan(options.withBaseImages(images), digests);
    }

    /** The build contexts that stages begin with. */
    private static Set<Source.Context> contextBases(BuildPlan plan) {
        Set<Source.Context> contexts = new LinkedHashSet<>();
        for (Step step : plan.steps()) {
            if (step.operation().isPresent() && step.operation().get().parent() instanceof Source.Context context) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private static StagePlan target(BuildPlan plan) {
        return plan.stages().get(plan.stages().size() - 1);
    }

    private static List<ImageAssembly.BaseLayers> bases(BuildPlan plan, Images images) {
        List<ImageAssembly.BaseLayers> bases = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.operation().orElse(null) instanceof Pull pull) {
                Source.Image image = pull.image();
                StoredImage stored = images.stored(image.reference(), image.platform());
                Manifest manifest = stored.manifest();
                bases.add(new ImageAssembly.BaseLayers(stored.config().diffIds(), manifest.layers()));
            }
        }
        return bases;
    }

    /** What tells this project's builds from others. */
    private String name() {
        return String.join(
                "\n",
                project.context().toAbsolutePath().normalize().toString(),
                project.dockerfile().toAbsolutePath().normalize().toString(),
                options.target().orElse(""),
                options.platform().toString());
    }

    private List<StepOutcome> outcomes(PlannedBuild build, Map<Step, StepResult> results, Store store, LastBuild last)
            throws IOException {
        boolean ran = results.values().stream().anyMatch(result -> result.status() == StepResult.Status.EXECUTED);
        Map<Step, Cause> causes = Map.of();
        if (ran) {
            causes = last.causes(build);
        }
        if (ran || trail.isPresent()) {
            last.save(build);
        }
        List<StepOutcome> outcomes = new ArrayList<>();
        for (StagePlan stage : build.plan().stages()) {
            for (Step step : stage.steps()) {
                StepResult result = results.get(step);
                if (result != null) {
                    long size = 0;
                    if (result.layer().isPresent()) {
                        Digest layer = result.layer().get();
                        size = store.blobs().size(layer);
                    }
                    outcomes.add(StepOutcome.of(stage, step, result, size, Optional.ofNullable(causes.get(step))));
                }
            }
        }
        return outcomes;
    }
}
