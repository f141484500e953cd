package dev.varve.image;

import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What names a blob (OCI image specification, {@code descriptor.md}).
 *
 * @param size its bytes
 * @param platform of an index' entry, where it says one
 * @param annotations in their order
 */
public record Descriptor(
        String mediaType, Digest digest, long size, Optional<Platform> platform, Map<String, String> annotations) {
    public Descriptor {
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    public Descriptor(String mediaType, Digest digest, long size) {
        this(mediaType, digest, size, Optional.empty(), Map.of());
    }

    public Descriptor withAnnotations(Map<String, String> changed) {
        return new Descriptor(mediaType, digest, size, platform, changed);
    }

    /** @throws JsonException where it is no descriptor */
    public static Descriptor read(JsonObject json) throws JsonException {
        Optional<JsonObject> platform = json.optionalObject("platform");
        long size = json.number("size");
        if (size < 0) {
            throw new JsonException("a descriptor's size is below 0: " + size);
        }
        return new Descriptor(
                json.optionalText("mediaType").orElse(""),
                digest(json, "digest"),
                size,
                platform.isPresent() ? Optional.of(platform(platform.get())) : Optional.empty(),
                json.textMap("annotations"));
    }

    private static Platform platform(JsonObject json) throws JsonException {
        String os = json.optionalText("os").orElse("");
        String architecture = json.optionalText("architecture").orElse("");
        return Platform.of(os, architecture, json.optionalText("variant").orElse(""));
    }

    static Digest digest(JsonObject json, String name) throws JsonException {
        return digest(json.text(name));
    }

    static Digest digest(String text) throws JsonException {
        try {
            return Digest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()));
        }
    }

    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY
                .with("mediaType", mediaType)
                .with("digest", digest.toString())
                .with("size", size)
                .withUnlessEmpty("annotations", JsonObject.of(annotations));
        return json.with("platform", platform.map(Platform::toJson));
    }

    // A record's own are put together when first used, which takes longer than most commands' work.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Descriptor descriptor
                && digest.equals(descriptor.digest)
                && size == descriptor.size
                && mediaType.equals(descriptor.mediaType)
                && platform.equals(descriptor.platform)
                && annotations.equals(descriptor.annotations);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
