package dev.varve.junit;

import dev.varve.engine.BuildResult;
import dev.varve.engine.ImageHistory;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.junit.files.ImageFileSystem;
import dev.varve.layer.waste.WastedBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An image of a test. Containers that it runs end with the test. Safe for use by several threads.
 *
 * <p>Its methods throw {@link VarveException} where the engine cannot do what is asked.
 */
public final class Image {
    private final Scope scope;
    private final BuiltImage built;
    private final String description;

    Image(Scope scope, BuiltImage built, String description) {
        this.scope = scope;
        this.built = built;
        this.description = description;
    }

    /** The image as the engine has it. */
    public dev.varve.engine.Image engineImage() {
        return built.image();
    }

    /** The digest of its configuration. */
    public String id() {
        return engineImage().id().toString();
    }

    /** The digest of its manifest. */
    public Digest digest() {
        return engineImage().descriptor().digest();
    }

    /** Its names, such as {@code web-ping:latest}. */
    public List<String> tags() {
        return Unchecked.get(() -> scope.session().engine().image(id())).names().stream()
                .map(name -> name.familiar())
                .toList();
    }

    public ImageConfig config() {
        return engineImage().config();
    }

    public Manifest manifest() {
        return engineImage().manifest();
    }

    /** The bytes of its layers' archives, uncompressed. */
    public long size() {
        return Unchecked.get(engineImage()::size);
    }

    /** How it was made, an entry an instruction, the earliest first. */
    public List<ImageHistory> history() {
        List<ImageHistory> history = new ArrayList<>(Unchecked.get(engineImage()::history));
        Collections.reverse(history);
        return history;
    }

    /** Its layers, the lowest first. */
    public List<ImageLayer> layers() {
        OpenImage open = scope.session().open(engineImage());
        List<ImageLayer> layers = new ArrayList<>();
        List<ImageHistory> makers =
                history().stream().filter(entry -> entry.layer().isPresent()).toList();
        List<Digest> diffIds = config().diffIds();
        for (int i = 0; i < diffIds.size(); i++) {
            String instruction = i < makers.size() ? makers.get(i).entry().createdBy() : "";
            layers.add(new ImageLayer(i, diffIds.get(i), instruction, open.layer(i), open.files(i)));
        }
        return layers;
    }

    /** What of its files' bytes it holds in vain. */
    public WastedBytes wasted() {
        OpenImage open = scope.session().open(engineImage());
        return Unchecked.get(() -> WastedBytes.of(open.layers()));
    }

    /** Its files, read only. */
    public ImageFileSystem files() {
        return scope.session().open(engineImage()).files();
    }

    /** A path of its files, for {@code java.nio.file.Files} and AssertJ. Nothing need be there. */
    public Path path(String path) {
        return files().getPath(path);
    }

    /** Runs it as it is. */
    public Container run() {
        return run(request -> {});
    }

    /** Runs it in another way. */
    public Container run(Consumer<RunRequest> settings) {
        return Unchecked.get(() -> {
            RunRequest request = new RunRequest(scope, this);
            settings.accept(request);
            return request.start();
        });
    }

    Scope scope() {
        return scope;
    }

    /** What its build in this run of tests did; empty for an image that was there. */
    public Optional<BuildResult> buildResult() {
        return built.build();
    }

    /** What its build in this run of tests printed. */
    public String buildLog() {
        return built.log();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Image image && image.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** As a person would call it. */
    @Override
    public String toString() {
        return description;
    }
}
