package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Store;
import dev.varve.store.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pulling from a real registry what another tool, or Varve, has pushed. */
class PullTest extends RegistryFixture {
    private static final byte[] ONE = TestImage.archive("one");
    private static final byte[] TWO = TestImage.archive("two");
    private static RegistryServer server;

    private Store theirs;

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
    void openTheirs() throws IOException {
        theirs = Store.open(folder.resolve("theirs"));
    }

    @AfterEach
    void closeTheirs() throws IOException {
        theirs.close();
    }

    private static ImageReference name(String path) {
        return ImageReference.parse(server.host() + "/pull/" + path);
    }

    private void push(ImageReference name, Descriptor image) throws IOException {
        registry.push(name, image, theirs, Compression.DEFAULT, Progress.NONE);
    }

    private Manifest manifest(Pulled pulled) throws IOException {
        return Manifest.parse(store.blobs().read(pulled.manifest().digest(), 100_000));
    }

    private void requireLayers(byte[]... archives) throws IOException {
        for (byte[] archive : archives) {
            assertThat(store.blobs().path(TestImage.digest(archive))).hasBinaryContent(archive);
        }
        requireStoreIsSound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2s2", "oci"})
    void an_image_that_skopeo_has_pushed(String format) throws Exception {
        Descriptor image = TestImage.in(theirs.blobs()).plain(ONE).plain(TWO).manifest();
        theirs.images().tag(ImageReference.parse("registry.example/theirs:1"), image);
        ImageReference name = name(format + ":1");
        Tool.skopeo()
                .run(
                        "copy",
                        "--dest-tls-verify=false",
                        "--format=" + format,
                        "oci:" + theirs.home() + ":registry.example/theirs:1",
                        "docker://" + name);

        Pulled pulled = pull(name);

        assertThat(pulled.manifest().mediaType())
                .isEqualTo(format.equals("oci") ? MediaType.OCI_MANIFEST : MediaType.DOCKER_MANIFEST);
        assertThat(manifest(pulled).layers())
                .allMatch(layer -> layer.mediaType().endsWith("gzip"));
        requireLayers(ONE, TWO);
    }

    @Test
    void layers_of_every_compression() throws IOException {
        byte[] three = TestImage.archive("three");
        Descriptor image = TestImage.in(theirs.blobs())
                .gzipped(ONE)
                .layer(MediaType.OCI_LAYER_ZSTD, TestImage.zstd(TWO), TWO)
                .layer(MediaType.OCI_LAYER, three, three)
                .manifest();
        registry.push(name("mixed:1"), image, theirs, Compression.NONE, Progress.NONE);

        Pulled pulled = pull(name("mixed:1"));

        assertThat(pulled.manifest().digest()).isEqualTo(image.digest());
        requireLayers(ONE, TWO, three);
    }

    @Test
    void a_layer_of_several_gzip_members() throws IOException {
        byte[] archive = TestImage.archive("file", new byte[200_000]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < archive.length; i += 10_000) {
            int end = Math.min(i + 10_000, archive.length);
            members.write(TestImage.gzip(java.util.Arrays.copyOfRange(archive, i, end)));
        }
        push(
                name("members:1"),
                TestImage.in(theirs.blobs())
                        .layer(MediaType.OCI_LAYER_GZIP, members.toByteArray(), archive)
                        .manifest());

        pull(name("members:1"));

        requireLayers(archive);
    }

    @Test
    void a_layer_that_is_not_compressed_as_it_says() throws IOException {
        Descriptor image = TestImage.in(theirs.blobs())
                .layer(MediaType.DOCKER_LAYER_GZIP, TestImage.zstd(ONE), ONE)
                .layer(MediaType.DOCKER_LAYER_GZIP, TWO, TWO)
                .manifest(MediaType.DOCKER_MANIFEST, MediaType.DOCKER_CONFIG);
        push(name("mislabelled:1"), image);

        pull(name("mislabelled:1"));

        requireLayers(ONE, TWO);
    }

    @Test
    void the_same_layer_several_times() throws IOException {
        push(
                name("same:1"),
                TestImage.in(theirs.blobs())
                        .gzipped(ONE)
                        .gzipped(TWO)
                        .gzipped(ONE)
                        .manifest());

        pull(name("same:1"));

        requireLayers(ONE, TWO);
    }

    @Test
    void the_image_of_the_platform_from_an_index() throws IOException {
        Descriptor amd64 = TestImage.in(theirs.blobs()).gzipped(ONE).manifest();
        Descriptor arm64 = TestImage.in(theirs.blobs(), Platform.parse("linux/arm64"))
                .gzipped(TWO)
                .manifest();
        Descriptor index = TestImage.index(theirs.blobs(), amd64, arm64);
        push(name("multi:1"), index);

        Pulled pulled = registry.pull(name("multi:1"), Platform.parse("linux/arm64"), store, Progress.NONE);

        assertThat(pulled.top().digest()).isEqualTo(index.digest());
        assertThat(pulled.manifest().digest()).isEqualTo(arm64.digest());
        assertThat(store.blobs().contains(index.digest())).isTrue();
        assertThat(store.blobs().contains(amd64.digest())).isFalse();
        requireLayers(TWO);
    }

    @Test
    void an_image_by_its_digest() throws IOException {
        Descriptor image = TestImage.in(theirs.blobs()).gzipped(ONE).manifest();
        push(name("pinned:1"), image);

        Pulled pulled = pull(ImageReference.parse(server.host() + "/pull/pinned@" + image.digest()));

        assertThat(pulled.top().digest()).isEqualTo(image.digest());
    }

    @Test
    void an_image_that_the_store_can_name_and_skopeo_can_read() throws Exception {
        push(
                name("read:1"),
                TestImage.in(theirs.blobs()).gzipped(ONE).gzipped(TWO).manifest());
        Pulled pulled = pull(name("read:1"));
        store.images().pulled(name("read:1"), pulled.top(), pulled.manifest());

        Tool.skopeo().run("copy", "oci:" + store.home() + ":" + name("read:1"), "dir:" + folder.resolve("copied"));

        assertThat(folder.resolve("copied")
                        .resolve(TestImage.digest(TestImage.gzip(TWO)).hex()))
                .exists();
    }

    @Test
    void what_a_name_means_now_is_told_without_fetching_it() throws IOException {
        Descriptor image = TestImage.in(theirs.blobs()).gzipped(ONE).manifest();
        push(name("resolved:1"), image);

        assertThat(registry.resolve(name("resolved:1")))
                .contains(new Descriptor(image.mediaType(), image.digest(), image.size()));
        assertThat(registry.resolve(name("resolved:2"))).isEmpty();
        assertThat(registry.resolve(name("nowhere:1"))).isEmpty();
    }

    @Test
    void an_image_that_is_not_there() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name("nowhere:1")))
                .withMessage(name("nowhere:1") + ": there is no such image")
                .satisfies(e -> assertThat(e.status()).isEqualTo(404));
    }
}
