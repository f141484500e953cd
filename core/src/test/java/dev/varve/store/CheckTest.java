package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final Digest LAYER = Fixture.digest(Fixture.layer("file", "silt"));

    @TempDir
    private Path home;

    private Store store;
    private Descriptor manifest;

    @BeforeEach
    void fill() throws IOException {
        store = Store.open(home);
        manifest = Fixture.image(store, "silt");
        store.images().tag(ImageReference.parse("web-ping"), manifest);
        store.cache().add("00".repeat(32), "a", new byte[0], List.of(LAYER));
        store.snapshots().require(LAYER, folder -> {});
        store.containers().create(Optional.of("ch03lab"), Optional.of(manifest.digest()), List.of(LAYER));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_blob_with_other_content_is_damaged() throws IOException {
        Files.writeString(store.blobs().path(LAYER), "x", StandardOpenOption.APPEND);

        assertThat(store.check())
                .anyMatch(
                        problem -> problem.startsWith("blob " + LAYER + " is damaged: its content is that of sha256:"))
                .anyMatch(problem -> problem.endsWith("is said to have 2048 bytes and has 2049"));
    }

    @Test
    void whoever_lacks_a_layer_is_named() throws IOException {
        Files.delete(store.blobs().path(LAYER));

        assertThat(store.check())
                .containsExactlyInAnyOrder(
                        "docker.io/library/web-ping:latest (" + manifest.digest() + "): the image's layer " + LAYER
                                + " is not in the store",
                        "cache record " + "00".repeat(32) + "/a: layer " + LAYER + " is not in the store",
                        "container ch03lab: layer " + LAYER + " is not in the store");
    }

    @Test
    void an_image_without_its_configuration_is_named() throws IOException {
        Digest config = Manifest.parse(store.blobs().read(manifest.digest(), 10_000))
                .config()
                .digest();
        Files.delete(store.blobs().path(config));

        assertThat(store.check())
                .containsExactly("docker.io/library/web-ping:latest (" + manifest.digest()
                        + "): the image's configuration " + config + " is not in the store");
    }

    @Test
    void a_snapshot_of_nobody_is_named() throws IOException {
        Path folder =
                Files.createDirectories(home.resolve("snapshots/123456789/fs")).getParent();

        assertThat(store.check()).containsExactly("snapshot " + folder + " does not say what layer it is of");
    }

    @Test
    void a_container_whose_name_leads_elsewhere_is_named() throws IOException {
        Files.delete(home.resolve("names/ch03lab"));
        String id = store.containers().list().get(0).id();

        assertThat(store.check()).containsExactly("container ch03lab (" + id + ") is not found by its name");
    }
}
