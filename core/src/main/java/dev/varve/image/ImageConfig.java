package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An image's configuration (OCI image specification, {@code config.md}).
 *
 * @param diffIds the digests of the layers' uncompressed archives, the lowest first
 * @param history the earliest first
 */
public record ImageConfig(
        Platform platform,
        Optional<Instant> created,
        String author,
        ContainerConfig config,
        List<Digest> diffIds,
        List<HistoryEntry> history) {
    public ImageConfig {
        diffIds = List.copyOf(diffIds);
        history = List.copyOf(history);
    }

    /** {@code FROM scratch}. */
    public static ImageConfig empty(Platform platform) {
        return new ImageConfig(platform, Optional.empty(), "", ContainerConfig.EMPTY, List.of(), List.of());
    }

    /** @throws JsonException where it is no image configuration */
    public static ImageConfig parse(byte[] json) throws JsonException {
        JsonObject document = JsonObject.parse(json);
        List<Digest> diffIds = new ArrayList<>();
        for (String digest :
                document.optionalObject("rootfs").orElse(JsonObject.EMPTY).texts("diff_ids")) {
            diffIds.add(Descriptor.digest(digest));
        }
        List<HistoryEntry> history = new ArrayList<>();
        for (JsonObject entry : document.objects("history")) {
            history.add(HistoryEntry.read(entry));
        }
        return new ImageConfig(
                Platform.of(
                        document.optionalText("os").orElse("linux"),
                        document.optionalText("architecture").orElse("amd64"),
                        document.optionalText("variant").orElse("")),
                document.optionalTime("created"),
                document.optionalText("author").orElse(""),
                ContainerConfig.read(document.optionalObject("config").orElse(JsonObject.EMPTY)),
                diffIds,
                history);
    }

    public byte[] toBytes() {
        return JsonObject.EMPTY
                .with("created", created.map(Instant::toString))
                .withUnlessEmpty("author", author)
                .with("architecture", platform.architecture())
                .with("os", platform.os())
                .withUnlessEmpty("variant", platform.variant())
                .with("config", config.toJson())
                .with(
                        "rootfs",
                        JsonObject.EMPTY
                                .with("type", "layers")
                                .with(
                                        "diff_ids",
                                        diffIds.stream().map(Digest::toString).toList()))
                .with("history", history.stream().map(HistoryEntry::toJson).toList())
                .toBytes();
    }
}
