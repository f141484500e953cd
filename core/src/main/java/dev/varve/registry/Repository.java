package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** One repository at one registry or mirror. Its failures are {@link RegistryException}s without the image's name. */
final class Repository {
    static final int MOST_OF_A_MANIFEST = 4 * 1024 * 1024;
    private static final String MANIFESTS = String.join(
            ", ", MediaType.OCI_INDEX, MediaType.OCI_MANIFEST, MediaType.DOCKER_INDEX, MediaType.DOCKER_MANIFEST);
    private static final String SHA_256 = "sha256";
    private static final String DIGEST = "Docker-Content-Digest";

    private final Endpoint endpoint;
    private final String name;
    private final Scope pull;
    private final Scope push;

    /** @param path of the image's name */
    Repository(Endpoint endpoint, String path) {
        this.endpoint = endpoint;
        this.name = endpoint.repository(path);
        this.pull = Scope.pull(name);
        this.push = Scope.push(name);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /**
     * The manifest or index under a tag or digest; empty where there is none.
     *
     * @param tag a tag or a digest
     */
    Optional<FetchedManifest> manifest(String tag) throws IOException {
        Call call = Call.get(endpoint.uri(name + "/manifests/" + tag)).with("Accept", MANIFESTS);
        try (Answer answer = endpoint.fetch(call, pull, MOST_OF_A_MANIFEST)) {
            if (answer.status() == 404) {
                return Optional.empty();
            }
            if (answer.status() != 200) {
                throw Refusal.of(answer, endpoint);
            }
            FetchedManifest manifest =
                    FetchedManifest.of(answer.body().readAllBytes(), answer.contentType(), algorithm(tag));
            requireDigest(manifest.descriptor().digest(), tag, answer);
            return Optional.of(manifest);
        }
    }

    private static String algorithm(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0 ? SHA_256 : tag.substring(0, colon);
    }

    private static void requireDigest(Digest digest, String tag, Answer answer) throws RegistryException {
        if (tag.contains(":") && !tag.equals(digest.toString())) {
            throw new RegistryException("gives the content of " + digest + " where " + tag + " is asked for");
        }
        String said = answer.header(DIGEST).orElse("");
        if (said.startsWith(digest.algorithm() + ":") && !said.equals(digest.toString())) {
            throw new RegistryException(
                    "says that it gives " + Plain.text(said) + ", and gives the content of " + digest);
        }
    }

    /** What a tag or digest names, without fetching it; empty where there is nothing. */
    Optional<Descriptor> resolve(String tag) throws IOException {
        Call call = Call.head(endpoint.uri(name + "/manifests/" + tag)).with("Accept", MANIFESTS);
        try (Answer answer = endpoint.send(call, pull)) {
            if (answer.status() == 404) {
                return Optional.empty();
            }
            if (answer.status() != 200) {
                throw Refusal.of(answer, endpoint);
            }
            Optional<Long> length = answer.length();
            Optional<Digest> digest = digest(answer.header(DIGEST).orElse(""));
            if (length.isPresent() && digest.isPresent()) {
                return Optional.of(new Descriptor(answer.contentType(), digest.get(), length.get()));
            }
        }
        // A registry need not say the digest.
        return manifest(tag).map(FetchedManifest::descriptor);
    }

    private static Optional<Digest> digest(String text) {
        try {
            return Optional.of(Digest.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The blob's bytes from an offset on. */
    Answer blob(Digest digest, long offset) throws IOException {
        Call call = Call.get(endpoint.uri(name + "/blobs/" + digest));
        Answer answer = endpoint.send(offset == 0 ? call : call.with("Range", "bytes=" + offset + "-"), pull);
        if (answer.status() == 200 || (answer.status() == 206 && offset > 0)) {
            return answer;
        }
        throw Refusal.of(answer, endpoint);
    }

    /** Whether it has the blob; asked by who is to push. */
    boolean has(Descriptor blob) throws IOException {
        try (Answer answer = endpoint.send(Call.head(endpoint.uri(name + "/blobs/" + blob.digest())), push)) {
            if (answer.status() == 200) {
                return true;
            }
            if (answer.status() == 404) {
                return false;
            }
            throw Refusal.of(answer, endpoint);
        }
    }

    /**
     * Puts a manifest or an index.
     *
     * @param tag where it is empty, the manifest is known by its digest alone
     */
    Descriptor put(Optional<String> tag, String mediaType, byte[] bytes) throws IOException {
        Descriptor manifest = FetchedManifest.of(bytes, mediaType, SHA_256).descriptor();
        URI uri =
                endpoint.uri(name + "/manifests/" + tag.orElse(manifest.digest().toString()));
        try (Answer answer = endpoint.send(Call.put(uri, Payload.of(bytes)).with("Content-Type", mediaType), push)) {
            if (answer.status() / 100 != 2) {
                throw Refusal.of(answer, endpoint);
            }
            String said = answer.header(DIGEST).orElse("");
            if (said.startsWith(SHA_256) && !said.equals(manifest.digest().toString())) {
                throw new RegistryException(
                        "took the manifest " + manifest.digest() + " for another one, " + Plain.text(said));
            }
        }
        return manifest;
    }

    /**
     * Asks to send a blob, or to take it over from another repository.
     *
     * @param query the mount that is wished for, or nothing
     */
    Answer beginUpload(String query, Scope scope) throws IOException {
        return endpoint.send(Call.post(endpoint.uri(name + "/blobs/uploads/" + query), Payload.NONE), scope);
    }

    String name() {
        return name;
    }
}
