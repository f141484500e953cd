package dev.varve.registry;

import static dev.varve.registry.FaultyRegistry.body;
import static dev.varve.registry.FaultyRegistry.endless;
import static dev.varve.registry.FaultyRegistry.error;
import static dev.varve.registry.FaultyRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that lies gets one clear error, and nothing of it stays. */
class HostileRegistryTest extends RegistryFixture {
    private static final byte[] ARCHIVE = TestImage.archive("content");

    private Store theirs;
    private FaultyRegistry server;

    @BeforeEach
    void startServer() throws IOException {
        theirs = Store.open(folder.resolve("theirs"));
        server = FaultyRegistry.start(theirs.blobs());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        theirs.close();
    }

    private ImageReference name() {
        return ImageReference.parse(server.host() + "/team/app:1");
    }

    private Descriptor tagged(TestImage image) throws IOException {
        Descriptor manifest = image.manifest();
        server.tag("1", manifest);
        return manifest;
    }

    private void requireFailure(ImageReference reference, String... words) throws IOException {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(reference))
                .withMessageStartingWith(reference + ": ")
                .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
        requireStoreIsSound();
        assertThat(store.images().list()).isEmpty();
    }

    private void requireFailure(String... words) throws IOException {
        requireFailure(name(), words);
    }

    private void manifest(String type, String json) {
        server.always("/manifests/1", body(type, json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_layer_with_other_content() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        tagged(image);
        Digest layer = image.layers().get(0).digest();
        byte[] other = new byte[(int) image.layers().get(0).size()];
        server.always(layer.toString(), body("application/octet-stream", other));

        requireFailure("gives the content of " + TestImage.digest(other) + " for the blob " + layer);
        assertThat(store.blobs().contains(TestImage.digest(other))).isFalse();
    }

    @Test
    void a_configuration_with_other_content() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        Descriptor manifest = tagged(image);
        Digest config = dev.varve.image.Manifest.parse(theirs.blobs().read(manifest.digest(), 10_000))
                .config()
                .digest();
        byte[] other = theirs.blobs().read(config, 10_000);
        other[5] ^= 1;
        server.always(config.toString(), body("application/octet-stream", other));

        requireFailure("for the blob " + config);
    }

    @Test
    void a_layer_of_another_length() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        tagged(image);
        Descriptor layer = image.layers().get(0);
        server.always(layer.digest().toString(), body("application/octet-stream", new byte[7]));

        requireFailure("the blob " + layer.digest() + " has 7 bytes there, not " + layer.size());
    }

    @Test
    void a_layer_without_an_end() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        tagged(image);
        Descriptor layer = image.layers().get(0);
        server.always(layer.digest().toString(), endless());

        requireFailure("sends more than the " + layer.size() + " bytes of the blob " + layer.digest());
    }

    @Test
    void a_layer_that_always_ends_too_early() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        tagged(image);
        Descriptor layer = image.layers().get(0);
        server.always(layer.digest().toString(), server.cutAfter(10));

        requireFailure("the blob " + layer.digest() + ": the connection broke");
    }

    @Test
    void a_range_that_was_not_asked_for() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        tagged(image);
        Descriptor layer = image.layers().get(0);
        server.next(layer.digest().toString(), server.cutAfter(10));
        server.always(layer.digest().toString(), status(206, "Content-Range", "bytes 3-20/" + layer.size()));

        requireFailure("gives the range 'bytes 3-20/" + layer.size() + "'");
    }

    @Test
    void a_layer_that_is_no_gzip() throws IOException {
        byte[] broken = TestImage.gzip(ARCHIVE);
        Arrays.fill(broken, 20, 40, (byte) 0x55);
        tagged(TestImage.in(theirs.blobs()).layer(MediaType.OCI_LAYER_GZIP, broken, ARCHIVE));

        requireFailure("the layer " + TestImage.digest(broken) + " is damaged");
    }

    @Test
    void a_layer_that_is_cut_short_under_its_own_digest() throws IOException {
        byte[] half = Arrays.copyOf(TestImage.zstd(ARCHIVE), 40);
        tagged(TestImage.in(theirs.blobs()).layer(MediaType.OCI_LAYER_ZSTD, half, ARCHIVE));

        requireFailure("the layer " + TestImage.digest(half) + " is damaged");
    }

    @Test
    void a_layer_that_expands_to_something_else() throws IOException {
        byte[] other = TestImage.archive("other");
        tagged(TestImage.in(theirs.blobs()).layer(MediaType.OCI_LAYER_GZIP, TestImage.gzip(other), ARCHIVE));

        requireFailure(
                "expands to the content of " + TestImage.digest(other), "not to that of " + TestImage.digest(ARCHIVE));
        assertThat(store.blobs().contains(TestImage.digest(ARCHIVE))).isFalse();
    }

    @Test
    void another_manifest_than_the_digest_asked_for() throws IOException {
        Descriptor one = TestImage.in(theirs.blobs()).gzipped(ARCHIVE).manifest();
        Descriptor two =
                TestImage.in(theirs.blobs()).gzipped(TestImage.archive("two")).manifest();
        server.always(
                one.digest().toString(), body(two.mediaType(), theirs.blobs().read(two.digest(), 10_000)));

        requireFailure(
                ImageReference.parse(server.host() + "/team/app@" + one.digest()),
                "gives the content of " + two.digest() + " where " + one.digest() + " is asked for");
    }

    @Test
    void a_manifest_that_is_not_the_one_it_is_said_to_be() throws IOException {
        String said = "sha256:" + "0".repeat(64);
        Descriptor manifest = tagged(TestImage.in(theirs.blobs()).gzipped(ARCHIVE));
        byte[] bytes = theirs.blobs().read(manifest.digest(), 10_000);
        server.always("/manifests/1", exchange -> {
            exchange.getResponseHeaders().set("Docker-Content-Digest", said);
            body(manifest.mediaType(), bytes).answer(exchange);
        });

        requireFailure("says that it gives " + said + ", and gives the content of " + manifest.digest());
    }

    @Test
    void a_web_page_instead_of_a_manifest() throws IOException {
        manifest("text/html", "<html>Please sign in</html>");

        requireFailure("gives text/html that is no manifest");
    }

    @Test
    void a_web_page_as_an_error() throws IOException {
        server.always("/manifests/1", error(502, "<html>Bad gateway</html>", "Content-Type", "text/html"));

        requireFailure("the request failed: status 502");
        assertThat(server.seen("/manifests/1")).hasSize(IMPATIENT.attempts());
    }

    @Test
    void an_error_that_would_steer_the_terminal() throws IOException {
        server.always(
                "/manifests/1", error(400, "{\"errors\":[{\"code\":\"X\",\"message\":\"\\u001b[2Jgone\\nfishing\"}]}"));

        requireFailure("status 400 ([2Jgone fishing)");
    }

    @Test
    void a_manifest_that_is_too_large() throws IOException {
        server.always("/manifests/1", endless());

        requireFailure("answers with more than 4194304 bytes");
    }

    @Test
    void a_configuration_that_is_too_large() throws IOException {
        manifest(MediaType.OCI_MANIFEST, """
                {"schemaVersion": 2, "layers": [], "config": {"mediaType": "%s", "digest": "sha256:%s", "size": 9000000}}
                """.formatted(MediaType.OCI_CONFIG, "0".repeat(64)));

        requireFailure("its configuration has 9000000 bytes, more than the 8388608 it may have");
    }

    @Test
    void a_manifest_that_is_an_index_too() throws IOException {
        manifest(MediaType.OCI_MANIFEST, """
                {"schemaVersion": 2, "manifests": [], "layers": [], "config": {}}""");

        requireFailure("a manifest and an index at once");
    }

    @Test
    void a_manifest_of_the_old_format() throws IOException {
        manifest("application/vnd.docker.distribution.manifest.v1+prettyjws", """
                {"schemaVersion": 1, "name": "team/app", "fsLayers": []}""");

        requireFailure("schema version 1", "push it anew");
    }

    @Test
    void an_artifact_that_is_no_image() throws IOException {
        manifest(MediaType.OCI_MANIFEST, """
                {"schemaVersion": 2, "layers": [],
                 "config": {"mediaType": "application/vnd.cncf.helm.config.v1+json", "digest": "sha256:%s", "size": 2}}
                """.formatted("0".repeat(64)));

        requireFailure("it is no image, but an artifact of the type application/vnd.cncf.helm.config.v1+json");
    }

    @Test
    void an_image_with_a_layer_that_registries_may_not_have() throws IOException {
        tagged(TestImage.in(theirs.blobs())
                .layer("application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", TestImage.gzip(ARCHIVE), ARCHIVE));

        requireFailure("may not be distributed by registries");
    }

    @Test
    void more_layers_than_the_configuration_knows() throws IOException {
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        Descriptor layer = image.layers().get(0);
        Descriptor config = dev.varve.image.Manifest.parse(
                        theirs.blobs().read(image.manifest().digest(), 10_000))
                .config();
        byte[] manifest = dev.varve.image.Manifest.of(config, java.util.List.of(layer, layer))
                .toBytes();
        manifest(MediaType.OCI_MANIFEST, new String(manifest, StandardCharsets.UTF_8));

        requireFailure("its manifest has 2 layers, its configuration 1");
    }

    @Test
    void no_image_for_the_platform() throws IOException {
        Descriptor arm = TestImage.in(theirs.blobs(), Platform.parse("linux/arm64"))
                .gzipped(ARCHIVE)
                .manifest();
        Descriptor s390x = TestImage.in(theirs.blobs(), Platform.parse("linux/s390x"))
                .gzipped(ARCHIVE)
                .manifest();
        server.tag("1", TestImage.index(theirs.blobs(), arm, s390x));

        requireFailure("there is no image for linux/amd64, only for linux/arm64, linux/s390x");
    }

    @ParameterizedTest
    @CsvSource({
        "{, no JSON",
        "[], expected a JSON object",
        "{\"schemaVersion\": 2}, where an image's manifest or index is expected"
    })
    void something_else_than_a_manifest(String json, String words) throws IOException {
        manifest("application/json", json);

        requireFailure(words);
    }

    @Test
    void json_that_is_nested_without_end() throws IOException {
        manifest(MediaType.OCI_MANIFEST, "{\"a\":".repeat(100_000));

        requireFailure("is no manifest");
    }

    @Test
    void headers_without_end() throws IOException {
        server.always("/manifests/1", status(200, "X-Long", "x".repeat(2_000_000)));

        requireFailure("the connection broke");
    }

    @Test
    void redirects_without_end() throws IOException {
        server.always("/manifests/1", status(307, "Location", "/v2/team/app/manifests/1"));

        requireFailure("redirects more than 5 times");
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "'http://[broken'", "gopher://x/", "http://user:secret@x/"})
    void a_redirect_to_nowhere(String location) throws IOException {
        server.always("/manifests/1", status(307, "Location", location));

        requireFailure("gives an address that is none");
    }

    @Test
    void an_image_that_is_not_there() throws IOException {
        requireFailure("there is no such image");
    }

    @ParameterizedTest
    @CsvSource({
        "401, it is not there or needs a login: varve login 127.0.0.1:",
        "403, access is denied",
        "429, too many requests"
    })
    void a_refusal_in_words(int status, String words) throws IOException {
        server.always("/manifests/1", error(status, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"because\"}]}"));

        requireFailure(words, "status " + status + " (because)");
    }

    @Test
    void a_server_that_never_answers() throws IOException {
        hurry();
        server.always("/manifests/1", server.silent());

        requireFailure("the connection broke: nothing arrived for");
    }
}
