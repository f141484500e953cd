package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbageTest {
    private static final ImageReference WEB_PING = ImageReference.parse("web-ping");

    private static void noWait() {
        throw new AssertionError("nobody holds the store");
    }

    @TempDir
    private Path home;

    private Instant now = Fixture.MADE;
    private final List<Path> removed = new ArrayList<>();
    private Store store;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(home, removed::add, () -> now);
    }

    private static Digest layer(String content) {
        return Fixture.digest(Fixture.layer("file", content));
    }

    private void unpack(Digest layer) throws IOException {
        store.snapshots().require(layer, folder -> Files.writeString(folder.resolve("file"), "12345"));
    }

    @Test
    void what_an_image_needs_is_kept() throws IOException {
        store.images().tag(WEB_PING, Fixture.compressedImage(store, "one", "two"));
        store.images().keep(Fixture.image(store, "three"));
        store.layers().require(store.images().find(WEB_PING).orElseThrow());
        unpack(layer("one"));

        assertThat(store.collectGarbage(GarbageTest::noWait)).isEqualTo(new Reclaimed(0, 0, 0));
        assertThat(store.images().list()).hasSize(2);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void an_image_that_is_removed_goes_with_all_that_only_it_needs() throws IOException {
        store.images().tag(WEB_PING, Fixture.compressedImage(store, "shared", "own"));
        store.images().tag(ImageReference.parse("other"), Fixture.compressedImage(store, "shared"));
        StoredImage image = store.images().find(WEB_PING).orElseThrow();
        store.layers().require(image);
        unpack(layer("shared"));
        unpack(layer("own"));

        store.images().remove(image);
        Reclaimed reclaimed = store.collectGarbage(GarbageTest::noWait);

        assertThat(store.blobs().contains(layer("shared"))).isTrue();
        assertThat(store.snapshots().find(layer("shared"))).isPresent();
        assertThat(store.blobs().contains(layer("own"))).isFalse();
        assertThat(store.snapshots().find(layer("own"))).isEmpty();
        assertThat(store.layers().forms(layer("own"))).isEmpty();
        assertThat(store.layers().forms(layer("shared"))).hasSize(1);
        // the manifest, the configuration, the layer compressed and not
        assertThat(reclaimed.blobs()).isEqualTo(4);
        assertThat(reclaimed.snapshots()).isEqualTo(1);
        assertThat(reclaimed.bytes()).isGreaterThan(Fixture.layer("file", "own").length);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void every_platform_of_an_index_is_kept_with_it() throws IOException {
        Descriptor here = Fixture.image(store, "here");
        Descriptor there = Fixture.image(store, "there");
        byte[] index = ImageIndex.of(List.of(here, there)).toBytes();
        Descriptor top = new Descriptor(MediaType.OCI_INDEX, store.blobs().write(index), index.length);
        store.images().pulled(WEB_PING, top, here);

        assertThat(store.collectGarbage(GarbageTest::noWait).blobs()).isZero();
    }

    @Test
    void what_a_container_needs_is_kept_without_its_image() throws IOException {
        Descriptor manifest = Fixture.image(store, "one");
        ContainerFolder container =
                store.containers().create(Optional.empty(), Optional.of(manifest.digest()), List.of(layer("one")));
        unpack(layer("one"));

        assertThat(store.collectGarbage(GarbageTest::noWait)).isEqualTo(new Reclaimed(0, 0, 0));
        store.containers().remove(container);
        assertThat(store.collectGarbage(GarbageTest::noWait).blobs()).isEqualTo(3);
    }

    @Test
    void what_a_loss_of_power_left_of_a_container_goes() throws IOException {
        ContainerFolder lost = store.containers().create(Optional.of("ch03lab"), Optional.empty(), List.of());
        Files.write(lost.path().resolve("container.json"), new byte[0]);
        assertThat(store.containers().list()).isEmpty();
        assertThat(store.containers().find("ch03lab")).isEmpty();

        store.collectGarbage(GarbageTest::noWait);

        assertThat(lost.path()).doesNotExist();
        assertThat(store.containers()
                        .create(Optional.of("ch03lab"), Optional.empty(), List.of())
                        .name())
                .isEqualTo("ch03lab");
    }

    @Test
    void what_a_record_of_the_cache_needs_is_kept_until_the_record_goes() throws IOException {
        store.blobs().write(Fixture.layer("file", "old"));
        store.blobs().write(Fixture.layer("file", "new"));
        store.cache().add("00".repeat(32), "old", new byte[0], List.of(layer("old")));
        now = now.plus(Duration.ofDays(2));
        store.cache().add("00".repeat(32), "new", new byte[0], List.of(layer("new")));
        assertThat(store.collectGarbage(GarbageTest::noWait).blobs()).isZero();

        assertThat(store.pruneCache(Optional.of(now.minus(Duration.ofDays(1))), OptionalLong.empty()))
                .isEqualTo(1);
        store.collectGarbage(GarbageTest::noWait);

        assertThat(store.blobs().contains(layer("old"))).isFalse();
        assertThat(store.blobs().contains(layer("new"))).isTrue();
    }

    @Test
    void the_cache_is_cut_to_a_size_from_what_was_unused_longest() throws IOException {
        for (String id : List.of("a", "b", "c", "d")) {
            store.blobs().write(Fixture.layer("file", id));
            store.cache().add(layer(id).hex(), id, new byte[0], List.of(layer(id)));
            now = now.plusSeconds(1);
        }
        store.images().keep(Fixture.image(store, "d"));
        now = now.plus(Duration.ofDays(1));
        store.cache()
                .used(layer("a").hex(), store.cache().list(layer("a").hex()).get(0));
        long size = Fixture.layer("file", "a").length;

        assertThat(store.pruneCache(Optional.empty(), OptionalLong.of(2 * size)))
                .isEqualTo(1);
        assertThat(store.cache().all()).doesNotContainKey(layer("b").hex()).hasSize(3);
        assertThat(store.pruneCache(Optional.empty(), OptionalLong.of(0))).isEqualTo(3);
    }

    @Test
    void the_folders_of_cache_mounts_are_pruned_with_the_cache_unless_they_are_in_use() throws IOException {
        store.cacheMounts().shared("old", folder -> {}).lock().close();
        now = now.plus(Duration.ofDays(2));
        CacheMounts.Claim used = store.cacheMounts().shared("used", folder -> {});
        CacheMounts.Claim fresh =
                store.cacheMounts().shared("new", folder -> Files.writeString(folder.resolve("x"), "12"));
        fresh.lock().close();

        assertThat(store.pruneCache(Optional.of(now.minus(Duration.ofDays(1))), OptionalLong.empty()))
                .isEqualTo(1);
        assertThat(store.pruneCache(Optional.empty(), OptionalLong.of(2))).isZero();
        assertThat(store.pruneCache(Optional.of(now.plusSeconds(1)), OptionalLong.empty()))
                .isEqualTo(1);
        assertThat(fresh.folder()).doesNotExist();
        assertThat(used.folder()).exists();
    }

    @Test
    void a_layer_that_is_there_only_compressed_is_kept_for_a_record() throws IOException {
        byte[] gzip = Fixture.gzip(Fixture.layer("file", "one"));
        Descriptor form = new Descriptor(MediaType.OCI_LAYER_GZIP, store.blobs().write(gzip), gzip.length);
        store.layers().remember(layer("one"), form);
        store.cache().add("00".repeat(32), "a", new byte[0], List.of(layer("one")));

        assertThat(store.collectGarbage(GarbageTest::noWait).blobs()).isZero();
        assertThat(store.check()).isEmpty();
    }

    @Test
    void nothing_is_collected_while_somebody_uses_the_store() throws Exception {
        StoreLock build = store.use();
        StoreLock other = store.use();
        store.blobs().write(Fixture.layer("file", "just written"));
        assertThat(Store.open(home).tryCollectGarbage()).isEmpty();

        List<String> events = Collections.synchronizedList(new ArrayList<>());
        Thread prune = new Thread(() -> {
            try {
                store.collectGarbage(() -> events.add("waits"));
                events.add("collected");
            } catch (IOException e) {
                events.add(e.toString());
            }
        });
        prune.start();
        build.close();
        while (events.isEmpty()) {
            Thread.sleep(1);
        }
        events.add("done");
        other.close();
        prune.join();

        assertThat(events).containsExactly("waits", "done", "collected");
        assertThat(store.blobs().contains(layer("just written"))).isFalse();
    }

    @Test
    void files_of_other_programs_among_the_blobs_are_let_alone() throws IOException {
        Path foreign = Files.createDirectories(home.resolve("blobs/sha256")).resolve("oci-put-blob123");
        Files.writeString(foreign, "half");

        assertThat(store.collectGarbage(GarbageTest::noWait).blobs()).isZero();
        assertThat(foreign).exists();
        assertThat(store.check()).isEmpty();
    }
}
