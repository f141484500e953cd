package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.store.DiskUsage.ImageUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUsageTest {
    /** What the archive of a layer with one small file takes. */
    private static final long LAYER = Fixture.layer("file", "x").length;

    @TempDir
    private Path home;

    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(home);
    }

    private Descriptor tag(String name, String... layers) throws IOException {
        Descriptor manifest = Fixture.image(store, layers);
        store.images().tag(ImageReference.parse(name), manifest);
        return manifest;
    }

    private long documents(Descriptor manifest) throws IOException {
        StoredImage image = store.images().find(manifest.digest().toString()).orElseThrow();
        return manifest.size() + image.manifest().config().size();
    }

    private static ImageUsage of(DiskUsage usage, String name) {
        return usage.images().stream()
                .filter(image -> image.image().references().contains(ImageReference.parse(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Digest layer(String content) {
        return Fixture.digest(Fixture.layer("file", content));
    }

    @Test
    void two_images_on_one_base_share_it() throws IOException {
        Descriptor one = tag("one", "base", "first");
        Descriptor two = tag("two", "base", "second", "third");

        DiskUsage usage = store.diskUsage();

        assertThat(of(usage, "one").size()).isEqualTo(2 * LAYER);
        assertThat(of(usage, "one").shared()).isEqualTo(LAYER);
        assertThat(of(usage, "one").unique()).isEqualTo(LAYER + documents(one));
        assertThat(of(usage, "two").size()).isEqualTo(3 * LAYER);
        assertThat(of(usage, "two").unique()).isEqualTo(2 * LAYER + documents(two));
        assertThat(usage.layers()).isEqualTo(4 * LAYER + documents(one) + documents(two));
        assertThat(usage.reclaimable()).isEqualTo(usage.layers());
        assertThat(usage.activeImages()).isZero();
        assertThat(usage.garbage()).isZero();
    }

    @Test
    void the_image_of_a_container_is_active_and_not_reclaimable() throws IOException {
        Descriptor one = tag("one", "base", "first");
        Descriptor two = tag("two", "base", "second");
        ContainerFolder container = store.containers()
                .create(Optional.empty(), Optional.of(one.digest()), List.of(layer("base"), layer("first")));
        Files.writeString(container.upper().resolve("written"), "12345");

        DiskUsage usage = store.diskUsage();

        assertThat(of(usage, "one").containers()).isEqualTo(1);
        assertThat(of(usage, "two").containers()).isZero();
        assertThat(usage.activeImages()).isEqualTo(1);
        assertThat(usage.reclaimable()).isEqualTo(LAYER + documents(two));
        assertThat(usage.containers()).singleElement().satisfies(used -> {
            assertThat(used.container().id()).isEqualTo(container.id());
            assertThat(used.size())
                    .isEqualTo(5
                            + Files.size(container.path().resolve("container.json"))
                            + Files.size(container.path().resolve("state.json")));
        });
    }

    @Test
    void unpacked_and_compressed_layers_take_room_too() throws IOException {
        tag("one", "base");
        long before = store.diskUsage().layers();
        store.snapshots().require(layer("base"), folder -> Files.write(folder.resolve("file"), new byte[1000]));

        assertThat(store.diskUsage().layers()).isGreaterThanOrEqualTo(before + 1000);
        assertThat(of(store.diskUsage(), "one").size()).isEqualTo(LAYER);
    }

    @Test
    void the_cache_takes_what_only_it_needs() throws IOException {
        tag("one", "base");
        store.blobs().write(Fixture.layer("file", "cached"));
        byte[] document = "document".getBytes(StandardCharsets.UTF_8);
        store.cache().add("00".repeat(32), "a", document, List.of(layer("base"), layer("cached")));
        CacheMounts.Claim claim =
                store.cacheMounts().shared("npm", folder -> Files.write(folder.resolve("package"), new byte[100]));
        claim.lock().close();

        DiskUsage usage = store.diskUsage();

        assertThat(usage.cache()).isEqualTo(new DiskUsage.CacheUsage(1, document.length + LAYER + 100));
    }

    @Test
    void what_nobody_needs_is_garbage() throws IOException {
        store.blobs().write(Fixture.layer("file", "left over"));

        assertThat(store.diskUsage().garbage()).isEqualTo(LAYER);
        assertThat(store.diskUsage().layers()).isZero();
    }
}
