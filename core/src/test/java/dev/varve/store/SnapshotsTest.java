package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    private static final Digest LAYER = Fixture.digest(new byte[] {1});

    @TempDir
    private Path home;

    private Snapshots snapshots;

    @BeforeEach
    void open() throws IOException {
        snapshots = Store.open(home).snapshots();
    }

    private static Snapshots.Unpacking file(String content) {
        return folder -> Files.writeString(folder.resolve("file"), content);
    }

    @Test
    void a_layer_is_unpacked_once() throws IOException {
        assertThat(snapshots.find(LAYER)).isEmpty();
        Path first = snapshots.require(LAYER, file("silt"));

        assertThat(first.resolve("file")).hasContent("silt");
        assertThat(snapshots.find(LAYER)).contains(first);
        assertThat(snapshots.require(LAYER, file("sand")).resolve("file")).hasContent("silt");
    }

    @Test
    void a_hundred_and_twenty_seven_fit_into_the_options_of_a_mount() throws IOException {
        String path = snapshots
                .folder()
                .relativize(snapshots.require(LAYER, file("silt")))
                .toString();

        assertThat(path).hasSizeLessThanOrEqualTo(12);
        assertThat(127 * (path.length() + 1)).isLessThan(4096 / 2);
    }

    @Test
    void an_unpacking_that_fails_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> snapshots.require(LAYER, folder -> {
                    Files.writeString(folder.resolve("file"), "half");
                    throw new IOException("the layer is cut off");
                }))
                .hasMessage("the layer is cut off");

        assertThat(snapshots.find(LAYER)).isEmpty();
        assertThat(snapshots.require(LAYER, file("whole")).resolve("file")).hasContent("whole");
    }

    @Test
    void layers_that_share_their_first_digits_do_not_share_a_folder() throws IOException {
        Digest one = Digest.parse("sha256:" + "a".repeat(9) + "b".repeat(55));
        Digest other = Digest.parse("sha256:" + "a".repeat(9) + "c".repeat(55));

        snapshots.require(one, file("one"));

        assertThat(snapshots.find(other)).isEmpty();
        assertThat(snapshots.require(other, file("other")).resolve("file")).hasContent("other");
        assertThat(snapshots.require(one, file("again")).resolve("file")).hasContent("one");
    }

    @Test
    void of_many_who_want_a_layer_one_unpacks_it() throws Exception {
        AtomicInteger unpacked = new AtomicInteger();
        Callable<Path> want = () -> snapshots.require(LAYER, folder -> {
            unpacked.incrementAndGet();
            Files.writeString(folder.resolve("file"), "silt");
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Path> paths = new ArrayList<>();
            for (Future<Path> path : threads.invokeAll(List.of(want, want, want, want, want, want, want, want))) {
                paths.add(path.get());
            }
            assertThat(paths).containsOnly(paths.get(0));
            assertThat(unpacked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
