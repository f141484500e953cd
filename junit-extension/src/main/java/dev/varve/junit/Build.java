package dev.varve.junit;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.engine.BuildResult;
import dev.varve.engine.build.BuildTrail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A build that a test runs itself, to see what the cache makes of a change: {@code build.run()}, then
 * {@code build.withFile("app.js", "…").run()}. It works on a copy of the build context, which is the test's own, and so is
 * the cache that it tells of: a step counts as cached where an earlier build of the test left it, and as run where none did,
 * at every repetition and on every machine. What the store has from other tests and earlier days is taken from there all the
 * same, so that only what is new to the machine takes time. Immutable but for that copy; builds that came from one another
 * run one after the other.
 *
 * <p>Its methods throw {@link VarveException} where the engine cannot do what is asked.
 */
public final class Build {
    private final Scope scope;
    private final ImageSource source;
    private final Workspace workspace;
    private final BuildTrail trail;
    private final boolean useCache;

    private Build(Scope scope, ImageSource source, Workspace workspace, BuildTrail trail, boolean useCache) {
        this.scope = scope;
        this.source = source;
        this.workspace = workspace;
        this.trail = trail;
        this.useCache = useCache;
    }

    static Build of(Scope scope, ImageSource source) throws IOException {
        if (source.image().isPresent()) {
            throw new IOException("a Build needs a @Dockerfile; image '" + source + "' is there already");
        }
        Workspace workspace = Workspace.of(source);
        scope.add(workspace);
        return new Build(scope, source, workspace, new BuildTrail(), true);
    }

    private Build with(ImageSource changed) {
        return new Build(scope, changed, workspace, trail, useCache);
    }

    /** With another content of a file of the build context, or a further file. */
    public Build withFile(String path, String content) {
        return with(source.file(path, content));
    }

    /** Without a file of the build context. */
    public Build withoutFile(String path) {
        return with(source.withoutFile(path));
    }

    /** With this text as its Dockerfile. */
    public Build withDockerfile(String text) {
        return with(source.dockerfileText(text));
    }

    /** With another value of a build argument. */
    public Build withArg(String name, String value) {
        return with(source.arg(name, value));
    }

    /** With these build arguments too. */
    public Build withArgs(Map<String, String> args) {
        Build build = this;
        for (Map.Entry<String, String> arg : args.entrySet()) {
            build = build.withArg(arg.getKey(), arg.getValue());
        }
        return build;
    }

    /** Its build arguments. */
    public Map<String, String> args() {
        return source.args();
    }

    /** With a label. */
    public Build withLabel(String name, String value) {
        return with(source.label(name, value));
    }

    /** With this stage as the one that is built. */
    public Build withTarget(String stage) {
        return with(source.target(stage));
    }

    /** With every step run, whatever the cache has. */
    public Build withoutCache() {
        return new Build(scope, source, workspace, trail, false);
    }

    /** Builds, and tells what became of each step. */
    public BuildResult run() {
        return built().build().orElseThrow();
    }

    /** Builds, and gives the image. */
    public Image image() {
        return new Image(scope, built(), source.toString());
    }

    private BuiltImage built() {
        return Unchecked.get(() -> {
            synchronized (workspace) {
                return scope.image(source, workspace, trail, useCache);
            }
        });
    }

    /** Its Dockerfile, parsed, for the linter: {@code assertThat(build.dockerfile()).hasNoFindings()}. */
    public Dockerfile dockerfile() {
        return Unchecked.get(() -> {
            synchronized (workspace) {
                workspace.become(source);
                return Dockerfile.parse(source.toString(), Files.readAllBytes(workspace.dockerfile()));
            }
        });
    }

    /** The copy of the build context. */
    public Path context() {
        return workspace.context();
    }

    /** As a person would call it. */
    @Override
    public String toString() {
        return source.toString();
    }
}
