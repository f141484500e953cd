package dev.varve.cli.inspect;

import dev.varve.engine.Image;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An image as {@code docker image inspect} prints it. */
public final class ImageDocument {
    private static final List<String> LISTS = List.of("Cmd", "Entrypoint", "Env", "OnBuild", "Shell");
    private static final List<String> MAPS = List.of("ExposedPorts", "Volumes", "Labels");
    private static final List<String> TEXTS = List.of("User", "WorkingDir", "StopSignal");

    private ImageDocument() {}

    public static Document of(Image image) throws IOException {
        ImageConfig config = image.config();
        JsonObject settings = config.config().toJson();
        JsonObject json = JsonObject.EMPTY
                .with("Id", image.id().toString())
                .with(
                        "RepoTags",
                        names(image.names().stream()
                                .filter(name -> name.tag().isPresent())
                                .toList()))
                .with("RepoDigests", names(image.repositoryDigests()))
                .with("Parent", "")
                .with("Comment", comment(config.history()))
                .with("Created", config.created().map(Instant::toString))
                .with("DockerVersion", "")
                .with("Author", config.author())
                .with("Architecture", config.platform().architecture())
                .withUnlessEmpty("Variant", config.platform().variant())
                .with("Os", config.platform().os())
                .with("Size", image.size())
                .with("GraphDriver", graphDriver())
                .with(
                        "RootFS",
                        JsonObject.EMPTY
                                .with("Type", "layers")
                                .with(
                                        "Layers",
                                        config.diffIds().stream()
                                                .map(Digest::toString)
                                                .toList()))
                .with("Metadata", JsonObject.EMPTY)
                .with("Descriptor", descriptor(image.descriptor()));
        return new Document(json.with("Config", settings), json.with("Config", complete(settings)));
    }

    private static JsonObject descriptor(Descriptor descriptor) {
        return JsonObject.EMPTY
                .with("mediaType", descriptor.mediaType())
                .with("digest", descriptor.digest().toString())
                .with("size", descriptor.size());
    }

    private static List<String> names(List<ImageReference> names) {
        return names.stream().map(ImageReference::familiar).toList();
    }

    private static String comment(List<HistoryEntry> history) {
        return history.isEmpty() ? "" : history.get(history.size() - 1).comment();
    }

    private static JsonObject graphDriver() {
        Map<String, @Nullable Object> driver = new LinkedHashMap<>();
        driver.put("Data", null);
        driver.put("Name", "overlayfs");
        return JsonObject.of(driver);
    }

    private static JsonObject complete(JsonObject settings) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        LISTS.forEach(name -> all.put(name, List.of()));
        MAPS.forEach(name -> all.put(name, JsonObject.EMPTY));
        TEXTS.forEach(name -> all.put(name, ""));
        all.put("Healthcheck", null);
        all.putAll(settings.members());
        return JsonObject.of(all);
    }
}
