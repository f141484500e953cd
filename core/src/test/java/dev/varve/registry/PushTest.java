package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
    private static RegistryServer server;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Store store;
    private Store other;
    private Registry registry;

    @BeforeAll
    static void startRegistry() throws IOException {
        server = RegistryServer.start(shared);
    }

    @AfterAll
    static void stopRegistry() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("store"));
        other = Store.open(folder.resolve("other"));
        registry = Registry.open(RegistrySettings.fromEnvironment().withEnvironment(Map.of("HOME", folder.toString())));
    }

    @AfterEach
    void close() throws IOException {
        registry.close();
        store.close();
        other.close();
    }

    private static ImageReference name(String path) {
        return ImageReference.parse(server.host() + "/" + path);
    }

    @Test
    void an_image_comes_back_as_it_went() throws IOException {
        byte[] archive = TestImage.archive("content");
        Descriptor image = TestImage.in(store.blobs()).gzipped(archive).manifest();

        Descriptor pushed = registry.push(name("push/same:1"), image, store, Compression.DEFAULT, Progress.NONE);
        Pulled pulled = registry.pull(name("push/same:1"), TestImage.AMD64, other, Progress.NONE);

        assertThat(pushed.digest()).isEqualTo(image.digest());
        assertThat(pulled.manifest()).isEqualTo(pushed);
        assertThat(other.blobs().path(TestImage.digest(archive))).hasBinaryContent(archive);
    }

    @Test
    void plain_layers_are_compressed() throws IOException {
        byte[] archive = TestImage.archive("file", new byte[100_000]);
        Descriptor image = TestImage.in(store.blobs()).plain(archive).manifest();

        Descriptor pushed = registry.push(name("push/plain:1"), image, store, Compression.DEFAULT, Progress.NONE);

        registry.pull(name("push/plain:1"), TestImage.AMD64, other, Progress.NONE);
        Manifest manifest = Manifest.parse(Files.readAllBytes(other.blobs().path(pushed.digest())));
        assertThat(manifest.layers()).extracting(Descriptor::mediaType).containsExactly(MediaType.OCI_LAYER_GZIP);
        assertThat(manifest.layers().get(0).size()).isLessThan(1000);
        assertThat(other.blobs().path(TestImage.digest(archive))).hasBinaryContent(archive);
    }
}
