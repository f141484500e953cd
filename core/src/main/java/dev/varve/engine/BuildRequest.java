package dev.varve.engine;

import dev.varve.engine.build.BuildListener;
import dev.varve.engine.build.BuildTrail;
import dev.varve.engine.build.RunSettings;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.plan.Source;
import dev.varve.registry.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A build that is being described: {@code engine.build(folder).tag("web-ping").arg("VERSION", "1.2").run()}. Not for use by
 * several threads at once; it may be run more than once.
 */
public final class BuildRequest {
    private final Engine engine;
    final Path context;

    @Nullable
    Path dockerfile;

    final List<ImageReference> tags = new ArrayList<>();
    final Map<String, String> arguments = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();
    final Map<String, Path> contexts = new LinkedHashMap<>();
    final Map<String, Source> images = new LinkedHashMap<>();
    Optional<String> target = Optional.empty();
    Optional<Platform> platform = Optional.empty();
    boolean useCache = true;
    boolean pull;
    Optional<BuildTrail> trail = Optional.empty();
    String network = "default";
    final Map<String, byte[]> secrets = new LinkedHashMap<>();
    final Map<String, Path> agents = new LinkedHashMap<>();
    final List<ImageReference> cacheFrom = new ArrayList<>();
    final List<ImageReference> cacheTo = new ArrayList<>();
    BuildListener listener = BuildListener.NONE;
    Progress progress = Progress.NONE;

    BuildRequest(Engine engine, Path context) {
        this.engine = engine;
        this.context = context;
    }

    /** The Dockerfile, {@code Dockerfile} of the context where this is not said. */
    public BuildRequest dockerfile(Path file) {
        dockerfile = file;
        return this;
    }

    /**
     * A name for the image; may be said several times.
     *
     * @throws IllegalArgumentException where it is no image name
     */
    public BuildRequest tag(String name) {
        tags.add(ImageReference.parse(name));
        return this;
    }

    /** {@code --build-arg}. */
    public BuildRequest arg(String name, String value) {
        arguments.put(name, value);
        return this;
    }

    public BuildRequest args(Map<String, String> values) {
        arguments.putAll(values);
        return this;
    }

    /** {@code --label}. */
    public BuildRequest label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    /** The stage to build, the last one where this is not said. */
    public BuildRequest target(String stage) {
        target = Optional.of(stage);
        return this;
    }

    public BuildRequest platform(Platform wanted) {
        platform = Optional.of(wanted);
        return this;
    }

    /** A further folder that {@code --from=name} and {@code FROM name} mean. */
    public BuildRequest context(String name, Path folder) {
        contexts.put(name, folder);
        return this;
    }

    /** An image that {@code --from=name} and {@code FROM name} mean. */
    public BuildRequest contextImage(String name, ImageReference image) {
        images.put(name, new Source.Image(image.toString(), platform.orElseGet(Platform::host), ""));
        return this;
    }

    /** Runs every step, whatever the cache has. */
    public BuildRequest withoutCache() {
        useCache = false;
        return this;
    }

    /** Tells what was cached, and why a step ran, by the builds of this trail alone; this build becomes one of them. */
    public BuildRequest following(BuildTrail builds) {
        trail = Optional.of(builds);
        return this;
    }

    /** Asks the registries for newer base images. */
    public BuildRequest pull() {
        pull = true;
        return this;
    }

    /** {@code host} or {@code none} for every RUN that does not say. */
    public BuildRequest network(String name) {
        network = name;
        return this;
    }

    /** What {@code RUN --mount=type=secret,id=…} sees. */
    public BuildRequest secret(String id, byte[] value) {
        secrets.put(id, value.clone());
        return this;
    }

    /** The socket of an agent that {@code RUN --mount=type=ssh} sees. */
    public BuildRequest ssh(String id, Path socket) {
        agents.put(id, socket);
        return this;
    }

    /**
     * Where in a registry other machines' builds have left their cache; may be said several times.
     *
     * @throws IllegalArgumentException where it is no image name
     */
    public BuildRequest cacheFrom(String name) {
        cacheFrom.add(ImageReference.parse(name));
        return this;
    }

    /**
     * Where in a registry to leave the cache of this build for others.
     *
     * @throws IllegalArgumentException where it is no image name
     */
    public BuildRequest cacheTo(String name) {
        cacheTo.add(ImageReference.parse(name));
        return this;
    }

    /** Who hears what the build does. */
    public BuildRequest listener(BuildListener ear) {
        listener = ear;
        return this;
    }

    /** Who hears of the images that are pulled for it. */
    public BuildRequest progress(Progress ear) {
        progress = ear;
        return this;
    }

    /**
     * Builds.
     *
     * @throws BuildFailedException where the Dockerfile cannot be built, or an instruction fails
     * @throws EngineException where something else is amiss
     * @throws InterruptedException where the thread was asked to stop; what ran has been stopped
     */
    public BuildResult run() throws IOException, InterruptedException {
        return engine.run(this);
    }

    Path dockerfilePath() {
        return dockerfile == null ? context.resolve("Dockerfile") : dockerfile;
    }

    RunSettings settings() {
        return new RunSettings(network, secrets, agents, Optional.empty(), ProxyVariables.of(arguments));
    }

    Optional<Instant> epoch() {
        String given = arguments.get("SOURCE_DATE_EPOCH");
        return given == null || !given.matches("[0-9]{1,12}")
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Long.parseLong(given)));
    }

    void check() throws EngineException {
        if (!Files.isDirectory(context)) {
            throw new EngineException(
                    context + (Files.exists(context) ? ": this is not a folder" : ": there is no such folder"));
        }
        if (!Files.isRegularFile(dockerfilePath())) {
            throw new EngineException(dockerfilePath() + ": there is no such Dockerfile; -f names another one");
        }
    }
}
