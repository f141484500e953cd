package dev.varve.engine;

import dev.varve.context.DigestCache;
import dev.varve.engine.build.BuildJob;
import dev.varve.engine.build.CacheSharing;
import dev.varve.engine.build.Images;
import dev.varve.engine.build.StepFailedException;
import dev.varve.engine.overlay.Sandboxes;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.PlanException;
import dev.varve.plan.Project;
import dev.varve.plan.Source;
import dev.varve.plan.UnmetInputException;
import dev.varve.registry.Registry;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries a build request out, and tells its failures in the words of the Dockerfile. */
final class Building {
    private final Store store;
    private final DigestCache digests;
    private final Registry registry;
    private final Images.Finder images;
    private final Sandboxes sandboxes;

    Building(Store store, DigestCache digests, Registry registry, Images.Finder images, Sandboxes sandboxes) {
        this.store = store;
        this.digests = digests;
        this.registry = registry;
        this.images = images;
        this.sandboxes = sandboxes;
    }

    BuildResult run(BuildRequest request) throws IOException, InterruptedException {
        request.check();
        BuildJob job = new BuildJob(
                new Project(request.context, request.dockerfilePath(), request.contexts),
                options(request),
                request.useCache,
                request.epoch(),
                request.settings(),
                request.trail,
                new CacheSharing(registry, request.cacheFrom, request.cacheTo, request.listener),
                request.listener);
        BuildJob.Outcome outcome;
        try {
            outcome = job.run(store, new Images(images), digests, sandboxes);
        } catch (PlanException e) {
            throw failed(request, e.line(), "", String.valueOf(e.getMessage()), e);
        } catch (StepFailedException e) {
            throw failed(request, e);
        }
        for (ImageReference tag : request.tags) {
            store.images().tag(tag, outcome.image());
        }
        digests.save();
        return new BuildResult(outcome.id(), request.tags, outcome.steps());
    }

    private static BuildOptions options(BuildRequest request) {
        BuildOptions options = BuildOptions.defaults()
                .withBuildArgs(request.arguments)
                .withLabels(request.labels)
                .withContexts(request.images);
        if (request.target.isPresent()) {
            options = options.withTarget(request.target.get());
        }
        return request.platform.isPresent() ? options.withPlatform(request.platform.get()) : options;
    }

    private static BuildFailedException failed(
            BuildRequest request, int line, String instruction, String message, Exception cause) {
        return new BuildFailedException(
                request.dockerfilePath().toString(), line, instruction, message, 0, "", Optional.empty(), cause);
    }

    private BuildFailedException failed(BuildRequest request, StepFailedException e) {
        return new BuildFailedException(
                request.dockerfilePath().toString(),
                e.step().line(),
                e.step().text(),
                e.step().text() + ": " + reason(request, e),
                e.exitCode(),
                e.output(),
                e.imageBefore().map(Digest::toString),
                e);
    }

    private static String reason(BuildRequest request, StepFailedException e) {
        if (e.getCause() instanceof UnmetInputException unmet && unmet.source() instanceof Source.Context context) {
            Path named = request.contexts.get(context.name());
            MissingFile missing = named == null
                    ? new MissingFile(request.context, request.dockerfilePath())
                    : new MissingFile(named, named.resolve("Dockerfile"));
            return unmet.problems().stream().map(missing::explain).collect(Collectors.joining("; "));
        }
        return String.valueOf(e.getMessage());
    }
}
