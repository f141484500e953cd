package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.MediaType;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** A manifest or an index as the registry gave it. */
final class FetchedManifest {
    private static final Set<String> SCHEMA_1 = Set.of(
            "application/vnd.docker.distribution.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws");

    private final Descriptor descriptor;
    private final byte[] bytes;

    private FetchedManifest(Descriptor descriptor, byte[] bytes) {
        this.descriptor = descriptor;
        this.bytes = bytes;
    }

    Descriptor descriptor() {
        return descriptor;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * @param contentType what the registry says that it is
     * @param algorithm of the digest that it is to be known by
     * @throws RegistryException where it is neither a manifest nor an index
     */
    static FetchedManifest of(byte[] bytes, String contentType, String algorithm) throws RegistryException {
        Descriptor descriptor = new Descriptor(mediaType(bytes, contentType), digest(bytes, algorithm), bytes.length);
        return new FetchedManifest(descriptor, bytes);
    }

    private static String mediaType(byte[] bytes, String contentType) throws RegistryException {
        try {
            JsonObject json = JsonObject.parse(bytes);
            if (SCHEMA_1.contains(contentType)
                    || json.optionalNumber("schemaVersion").orElse(2L) == 1) {
                throw new RegistryException("the image is in Docker's old format, schema version 1, which is not read;"
                        + " push it anew with a current tool");
            }
            boolean index = json.has("manifests");
            if (index && (json.has("layers") || json.has("config"))) {
                throw new RegistryException("what it gives is a manifest and an index at once, which nothing may be");
            }
            String type = json.optionalText("mediaType").orElse(contentType);
            if (!(index ? MediaType.isIndex(type) : MediaType.isManifest(type))) {
                throw new RegistryException("gives " + (type.isEmpty() ? "something" : Plain.text(type))
                        + " where an image's manifest or index is expected");
            }
            return type;
        } catch (JsonException e) {
            throw new RegistryException(
                    "gives " + (contentType.isEmpty() ? "something" : Plain.text(contentType))
                            + " that is no manifest: " + Plain.text(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static Digest digest(byte[] bytes, String algorithm) {
        try {
            MessageDigest hash = MessageDigest.getInstance(algorithm.replace("sha", "SHA-"));
            return new Digest(algorithm, HexFormat.of().formatHex(hash.digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
