package dev.varve.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushing to a real registry. */
class PushTest extends RegistryFixture {
    private static final byte[] ONE = TestImage.archive("file", new byte[100_000]);
    private static final byte[] TWO = TestImage.archive("two");
    private static RegistryServer server;

    private Store other;

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws IOException {
        server = RegistryServer.start(shared);
    }

    @AfterAll
    static void stopRegistry() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void openOther() throws IOException {
        other = Store.open(folder.resolve("other"));
    }

    @AfterEach
    void closeOther() throws IOException {
        other.close();
    }

    private static ImageReference name(String path) {
        return ImageReference.parse(server.host() + "/push/" + path);
    }

    private Descriptor push(ImageReference name, Descriptor image) throws IOException {
        return registry.push(name, image, store, Compression.DEFAULT, Progress.NONE);
    }

    /** The manifest of an image as the registry has it, once all of it has come back. */
    private Manifest comesBack(ImageReference name, byte[]... archives) throws IOException {
        Pulled pulled = registry.pull(name, TestImage.AMD64, other, Progress.NONE);
        for (byte[] archive : archives) {
            assertThat(other.blobs().path(TestImage.digest(archive))).hasBinaryContent(archive);
        }
        return Manifest.parse(other.blobs().read(pulled.manifest().digest(), 100_000));
    }

    @Test
    void an_image_that_came_compressed_goes_out_as_it_came() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).gzipped(ONE).gzipped(TWO).manifest();

        Descriptor pushed = push(name("same:1"), image);

        assertThat(pushed.digest()).isEqualTo(image.digest());
        assertThat(registry.resolve(name("same:1"))).contains(pushed);
        comesBack(name("same:1"), ONE, TWO);
    }

    @Test
    void plain_layers_are_compressed() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).plain(ONE).plain(TWO).manifest();

        push(name("plain:1"), image);

        List<Descriptor> layers = comesBack(name("plain:1"), ONE, TWO).layers();
        assertThat(layers).extracting(Descriptor::mediaType).containsOnly(MediaType.OCI_LAYER_GZIP);
        assertThat(layers.get(0).size()).isLessThan(1000);
        requireStoreIsSound();
    }

    @Test
    void plain_layers_in_dockers_words_stay_in_dockers_words() throws IOException {
        Descriptor image = TestImage.in(store.blobs())
                .layer(MediaType.DOCKER_LAYER, ONE, ONE)
                .manifest(MediaType.DOCKER_MANIFEST, MediaType.DOCKER_CONFIG);

        Descriptor pushed = push(name("docker:1"), image);

        assertThat(pushed.mediaType()).isEqualTo(MediaType.DOCKER_MANIFEST);
        assertThat(comesBack(name("docker:1"), ONE).layers())
                .extracting(Descriptor::mediaType)
                .containsExactly(MediaType.DOCKER_LAYER_GZIP);
    }

    @Test
    void layers_may_go_out_in_zstd_or_plain() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).plain(ONE).manifest();

        registry.push(name("zstd:1"), image, store, Compression.ZSTD, Progress.NONE);
        registry.push(name("none:1"), image, store, Compression.NONE, Progress.NONE);

        assertThat(comesBack(name("zstd:1"), ONE).layers().get(0).mediaType()).isEqualTo(MediaType.OCI_LAYER_ZSTD);
        assertThat(comesBack(name("none:1"), ONE).layers().get(0).mediaType()).isEqualTo(MediaType.OCI_LAYER);
    }

    @Test
    void a_second_push_sends_and_compresses_nothing() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).plain(ONE).plain(TWO).manifest();
        Descriptor first = push(name("again:1"), image);
        // Only where nothing is compressed again can the compressed blobs be missing.
        for (Descriptor form : store.layers().forms(TestImage.digest(ONE))) {
            Files.delete(store.blobs().path(form.digest()));
        }
        Heard heard = new Heard();

        Descriptor second = registry.push(name("again:2"), image, store, Compression.DEFAULT, heard);

        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(heard.started).isEmpty();
        assertThat(heard.present).hasSize(3);
        assertThat(store.layers().forms(TestImage.digest(ONE)))
                .allMatch(form -> !store.blobs().contains(form.digest()));
    }

    @Test
    void a_layer_goes_out_in_the_form_in_which_its_base_came() throws IOException {
        byte[] odd = TestImage.zstd(ONE);
        registry.push(
                name("base:1"),
                TestImage.in(other.blobs())
                        .layer(MediaType.OCI_LAYER_ZSTD, odd, ONE)
                        .manifest(),
                other,
                Compression.DEFAULT,
                Progress.NONE);
        pull(name("base:1"));

        push(
                name("derived:1"),
                TestImage.in(store.blobs()).plain(ONE).plain(TWO).manifest());

        assertThat(comesBack(name("derived:1"), ONE, TWO).layers())
                .extracting(Descriptor::digest)
                .startsWith(TestImage.digest(odd));
    }

    @Test
    void layers_of_another_repository_are_taken_over_from_there() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).plain(ONE).gzipped(TWO).manifest();
        store.images().tag(name("origin:1"), image);
        store.images().pushed(name("origin:1"), push(name("origin:1"), image).digest());
        Heard heard = new Heard();

        registry.push(name("mounted:1"), image, store, Compression.DEFAULT, heard);

        assertThat(heard.started).doesNotContain(TestImage.digest(TestImage.gzip(TWO)));
        assertThat(heard.present).hasSize(2).contains(TestImage.digest(TestImage.gzip(TWO)));
        comesBack(name("mounted:1"), ONE, TWO);
    }

    @Test
    void an_index_goes_out_with_all_its_images() throws IOException {
        Descriptor amd64 = TestImage.in(store.blobs()).plain(ONE).manifest();
        Platform arm = Platform.parse("linux/arm64");
        Descriptor arm64 = TestImage.in(store.blobs(), arm).plain(TWO).manifest();

        Descriptor pushed = push(name("multi:1"), TestImage.index(store.blobs(), amd64, arm64));

        Pulled pulled = registry.pull(name("multi:1"), arm, other, Progress.NONE);
        assertThat(pulled.top()).isEqualTo(pushed);
        assertThat(ImageIndex.parse(other.blobs().read(pushed.digest(), 10_000)).manifests())
                .extracting(Descriptor::platform)
                .containsExactly(amd64.platform(), arm64.platform());
        assertThat(other.blobs().path(TestImage.digest(TWO))).hasBinaryContent(TWO);
    }

    @Test
    void an_index_is_not_pushed_with_an_image_missing() throws IOException {
        Descriptor amd64 = TestImage.in(store.blobs()).plain(ONE).manifest();
        Descriptor arm64 = TestImage.in(other.blobs(), Platform.parse("linux/arm64"))
                .plain(TWO)
                .manifest();
        Descriptor index = TestImage.index(store.blobs(), amd64, arm64);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> push(name("half:1"), index))
                .withMessageContaining("the image for linux/arm64 ")
                .withMessageContaining("is not in the store");
        assertThat(registry.resolve(name("half:1"))).isEmpty();
    }

    @Test
    void an_image_is_not_pushed_with_a_layer_missing() throws IOException {
        TestImage image = TestImage.in(store.blobs()).gzipped(ONE);
        Descriptor manifest = image.manifest();
        Files.delete(store.blobs().path(image.layers().get(0).digest()));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> push(name("missing:1"), manifest))
                .withMessageContaining("layer " + image.layers().get(0).digest() + " is not in the store");
        assertThat(registry.resolve(name("missing:1"))).isEmpty();
    }

    @Test
    void skopeo_reads_it() throws Exception {
        Descriptor pushed = push(
                name("skopeo:1"),
                TestImage.in(store.blobs()).plain(ONE).plain(TWO).manifest());

        Tool skopeo = Tool.skopeo();
        skopeo.run(
                "copy",
                "--src-tls-verify=false",
                "docker://" + name("skopeo:1"),
                "oci:" + folder.resolve("layout") + ":copy");

        assertThat(skopeo.run("inspect", "--tls-verify=false", "docker://" + name("skopeo:1")))
                .contains("\"Architecture\": \"amd64\"", "\"Digest\": \"" + pushed.digest());
        assertThat(folder.resolve("layout")
                        .resolve("blobs/sha256")
                        .resolve(pushed.digest().hex()))
                .exists();
    }

    @Test
    void an_artifact_keeps_what_is_put_into_it() throws IOException {
        Descriptor config =
                new Descriptor("application/vnd.varve.cache", store.blobs().write("{}".getBytes(UTF_8)), 2);
        TestImage layers = TestImage.in(store.blobs()).plain(ONE);
        List<Descriptor> sent =
                registry.pushLayers(name("cache:1"), layers.diffIds(), store, Compression.DEFAULT, Progress.NONE);
        Manifest manifest = new Manifest(MediaType.OCI_MANIFEST, config, sent, Map.of("of", "varve"));

        Descriptor pushed = registry.pushArtifact(name("cache:1"), manifest, store.blobs(), Progress.NONE);

        Artifact artifact = registry.artifact(name("cache:1")).orElseThrow();
        assertThat(artifact).isEqualTo(new Artifact(pushed, manifest));
        registry.fetch(name("cache:1"), config, other.blobs(), Progress.NONE);
        registry.fetchLayer(name("cache:1"), sent.get(0), TestImage.digest(ONE), other, Progress.NONE);
        assertThat(other.blobs().path(config.digest())).hasContent("{}");
        assertThat(other.blobs().path(TestImage.digest(ONE))).hasBinaryContent(ONE);
        assertThat(registry.artifact(name("cache:2"))).isEmpty();
    }
}
