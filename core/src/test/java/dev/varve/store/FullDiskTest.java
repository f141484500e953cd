package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.store.archive.ArchiveFormat;
import dev.varve.store.archive.ImageArchives;
import dev.varve.store.archive.SavedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk of two megabytes. */
class FullDiskTest {
    private static final ImageReference WEB_PING = ImageReference.parse("web-ping");

    @TempDir
    private Path folder;

    private Path disk;
    private Store store;
    private Descriptor image;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean mounted = mount.waitFor() == 0;
        if (!mounted) {
            System.out.println("left out, a small disk cannot be mounted: " + output.strip());
        }
        assumeTrue(mounted, "a small disk cannot be mounted");
        store = Store.open(disk.resolve("store"));
        image = Fixture.image(store, "one");
        store.images().tag(WEB_PING, image);
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }

    /** Fills the disk to the last byte, but for some. */
    private Path fill(int free) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] bytes = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (Files.getFileStore(disk).getUsableSpace() > free) {
                out.write(bytes);
            }
        }
        return filler;
    }

    private void assertAllIsWell() throws IOException {
        assertThat(store.check()).isEmpty();
        assertThat(store.images().list()).hasSize(1);
        assertThat(store.images().find(WEB_PING).orElseThrow().descriptor()).isEqualTo(image);
        try (Stream<Path> left = Files.walk(disk.resolve("store/tmp"))) {
            assertThat(left.filter(
                            path -> Files.isRegularFile(path) && path.toFile().length() > 0))
                    .isEmpty();
        }
    }

    @Test
    void a_blob_that_does_not_fit_is_not_kept_and_the_error_says_where_there_is_no_room() throws IOException {
        byte[] large = new byte[3 << 20];
        new Random(1).nextBytes(large);

        assertThatThrownBy(() -> store.blobs().write(large))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("no space left to write " + disk.resolve("store/tmp"))
                .hasMessageEndingWith("free some there, for instance with 'varve system prune'");
        assertAllIsWell();
        assertThat(store.blobs().write(new byte[1000])).isNotNull();
    }

    @Test
    void a_name_that_cannot_be_written_down_leaves_the_names_as_they_were() throws IOException {
        Descriptor other = Fixture.image(store, "two");
        Path filler = fill(0);

        assertThatThrownBy(() -> store.images().tag(WEB_PING, other))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("no space left to write " + disk.resolve("store/index.json"));
        assertAllIsWell();
        Files.delete(filler);
        store.images().tag(WEB_PING, other);
        assertThat(store.images().find(WEB_PING).orElseThrow().descriptor()).isEqualTo(other);
    }

    @Test
    void a_record_that_is_half_written_is_none() throws IOException {
        String key = "00".repeat(32);
        store.cache().add(key, "a", new byte[100], List.of());
        Path filler = fill(8192);

        assertThatThrownBy(() -> store.cache().add(key, "b", new byte[100_000], List.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("no space left to write ");
        assertThat(store.cache().list(key)).extracting(CacheRecord::id).containsExactly("a");
        Files.delete(filler);
        store.cache().add(key, "c", new byte[100], List.of());
        assertThat(store.cache().list(key)).extracting(CacheRecord::id).containsExactly("a", "c");
    }

    @Test
    void an_archive_that_does_not_fit_brings_no_image() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Store elsewhere = Store.open(folder.resolve("elsewhere"));
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        elsewhere
                .images()
                .tag(
                        ImageReference.parse("large"),
                        Fixture.image(elsewhere, new String(noise, StandardCharsets.ISO_8859_1)));
        new ImageArchives(elsewhere)
                .save(List.of(SavedImage.of(elsewhere.images().list().get(0))), ArchiveFormat.DOCKER, archive);

        assertThatThrownBy(() -> new ImageArchives(store)
                        .load("standard input", new ByteArrayInputStream(archive.toByteArray())))
                .isInstanceOf(StoreException.class)
                .hasMessageMatching(
                        "no space left to write .*|standard input cannot be read: more than the \\d+ bytes.*");
        assertAllIsWell();
    }

    @Test
    void an_unpacking_that_does_not_fit_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> store.snapshots()
                        .require(
                                Fixture.digest(Fixture.layer("file", "one")),
                                files -> Files.write(files.resolve("file"), new byte[3 << 20])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
        assertThat(store.snapshots().find(Fixture.digest(Fixture.layer("file", "one"))))
                .isEmpty();
        assertAllIsWell();
    }

    @Test
    void a_store_is_pruned_on_a_full_disk() throws IOException {
        store.close();
        ImageReference other = ImageReference.parse("other");
        store.images().tag(other, Fixture.image(store, "two"));
        store.close();
        fill(0);

        Store next = Store.open(store.home());
        assertThat(next.images().untag(other)).isTrue();
        assertThat(next.collectGarbage(() -> {}).blobs()).isEqualTo(3);

        assertAllIsWell();
    }
}
