package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestCacheTest {
    @TempDir
    Path folder;

    @TempDir
    Path kept;

    private final ReadLog reader = new ReadLog();
    /** So late that nothing written by a test is too young to be remembered. */
    private Instant now = Instant.now().plus(Duration.ofHours(1));

    @BeforeEach
    void writeFiles() throws IOException {
        Assumptions.assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("unix")
                        || folder.getFileSystem().supportedFileAttributeViews().contains("unix"),
                "files have no inodes here");
        write("a", "one");
        write("b", "two");
    }

    @Test
    void unchanged_files_are_not_read_again() throws IOException {
        Selection first = build();
        assertThat(reader.taken()).containsExactly("a", "b");
        Selection second = build();

        assertThat(reader.taken()).isEmpty();
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void within_one_build_a_file_is_read_once() throws IOException {
        FolderContext context = FolderContext.of(folder, DockerIgnore.none(), DigestCache.none(), reader);
        new ContentHash(context).of(List.of());
        new ContentHash(context).of(List.of());
        context.tree().entries().forEach(context::digest);

        assertThat(reader.taken()).containsExactly("a", "b");
    }

    @Test
    void other_bytes_of_the_same_size_and_modification_time_are_seen() throws IOException {
        FileTime modified = Files.getLastModifiedTime(folder.resolve("a"));
        Selection first = build();
        reader.taken();
        // an inode's change time has the kernel's tick, up to 10 ms, and cannot be set
        while (changed("a").equals(changed("probe"))) {
            write("probe", "");
            Files.delete(folder.resolve("probe"));
            write("probe", "");
        }
        Files.delete(folder.resolve("probe"));
        write("a", "eno");
        Files.setLastModifiedTime(folder.resolve("a"), modified);
        Selection second = build();

        assertThat(reader.taken()).containsExactly("a");
        assertThat(second.changesSince(first)).containsExactly(new Change("a", Change.Kind.CONTENT));
    }

    @Test
    void a_renamed_file_is_known_by_its_inode_unless_renaming_changes_it() throws IOException {
        build();
        reader.taken();
        Files.move(folder.resolve("a"), folder.resolve("c"));
        Selection renamed = build();

        assertThat(renamed.covered()).containsOnlyKeys("b", "c");
        assertThat(reader.taken()).isSubsetOf("c");
    }

    @Test
    void what_could_not_be_written_is_written_the_next_time() throws IOException {
        Path blocked = kept.resolve("folder");
        Files.writeString(blocked, "a file where the folder of the cache should be");
        DigestCache cache = DigestCache.in(blocked, () -> now);
        new ContentHash(FolderContext.of(folder, DockerIgnore.none(), cache, reader)).of(List.of());
        assertThatThrownBy(cache::save).isInstanceOf(IOException.class);

        Files.delete(blocked);
        cache.save();

        reader.taken();
        DigestCache next = DigestCache.in(blocked, () -> now);
        new ContentHash(FolderContext.of(folder, DockerIgnore.none(), next, reader)).of(List.of());
        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void what_was_changed_just_before_is_not_remembered() throws IOException {
        now = Instant.now();
        build();
        reader.taken();
        build();

        assertThat(reader.taken()).containsExactly("a", "b");
    }

    @Test
    void what_lies_in_the_future_is_not_remembered() throws IOException {
        Files.setLastModifiedTime(folder.resolve("a"), FileTime.from(now.plus(Duration.ofDays(1))));
        build();
        reader.taken();
        build();

        assertThat(reader.taken()).containsExactly("a");
    }

    @Test
    void attributes_of_known_files_are_still_looked_at() throws IOException {
        try {
            Files.setAttribute(folder.resolve("a"), "user:kind", new byte[] {1});
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no extended attributes here: " + e.getMessage());
        }
        Selection first = build();
        reader.taken();

        assertThat(build().digest()).isEqualTo(first.digest());
        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void a_damaged_file_is_as_good_as_none_and_mended() throws IOException {
        build();
        Path file = kept.resolve("digests-v1");
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        byte[] otherVersion = whole.clone();
        otherVersion[14] = '2';
        for (byte[] damaged : List.of(
                new byte[0],
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1),
                Arrays.copyOf(whole, 7),
                flipped,
                otherVersion,
                "not a cache".getBytes(StandardCharsets.UTF_8))) {
            Files.write(file, damaged);
            reader.taken();
            build();
            assertThat(reader.taken()).containsExactly("a", "b");
            build();
            assertThat(reader.taken()).isEmpty();
        }
    }

    @Test
    void a_folder_in_the_place_of_the_file_does_not_stop_a_build() throws IOException {
        Files.createDirectory(kept.resolve("digests-v1"));
        FolderContext context =
                FolderContext.of(folder, DockerIgnore.none(), DigestCache.in(kept, InstantSource.fixed(now)), reader);

        assertThat(new ContentHash(context).of(List.of()).problems()).isEmpty();
    }

    @Test
    void several_writers_leave_a_whole_file_and_nothing_else() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(CompletableFuture.runAsync(() -> {
                try {
                    for (int k = 0; k < 20; k++) {
                        FolderContext context = build(new FileReader());
                        assertThat(context.problems()).isEmpty();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get();
        build();

        assertThat(reader.taken()).isEmpty();
        assertThat(kept).isDirectoryContaining("glob:**/digests-v1").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void one_build_adds_to_what_another_learned(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("c"), "three");
        DigestCache mine = cache();
        FolderContext context = FolderContext.of(other, DockerIgnore.none(), mine, reader);
        new ContentHash(context).of(List.of());
        build();
        mine.save();
        reader.taken();
        build();
        new ContentHash(FolderContext.of(other, DockerIgnore.none(), cache(), reader)).of(List.of());

        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void what_is_of_no_use_for_a_month_goes_and_what_is_of_use_stays() throws IOException {
        build();
        Path file = kept.resolve("digests-v1");
        long size = Files.size(file);
        Files.delete(folder.resolve("b"));
        now = now.plus(Duration.ofDays(20));
        build();
        now = now.plus(Duration.ofDays(20));
        reader.taken();
        build();

        assertThat(reader.taken()).isEmpty();
        write("c", "three");
        build();
        assertThat(Files.size(file)).isEqualTo(size);
    }

    private Selection build() throws IOException {
        return new ContentHash(build(reader)).of(List.of());
    }

    private FolderContext build(FileReader reader) throws IOException {
        DigestCache cache = cache();
        FolderContext context = FolderContext.of(folder, DockerIgnore.none(), cache, reader);
        new ContentHash(context).of(List.of());
        cache.save();
        return context;
    }

    private DigestCache cache() {
        return DigestCache.in(kept, InstantSource.fixed(now));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Object changed(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? Files.getAttribute(file, "unix:ctime")
                : Files.getAttribute(folder.resolve("a"), "unix:ctime");
    }
}
