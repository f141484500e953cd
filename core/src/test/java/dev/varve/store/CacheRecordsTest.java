package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheRecordsTest {
    private static final String KEY = Fixture.digest(new byte[] {1}).hex();
    private static final String OTHER_KEY = Fixture.digest(new byte[] {2}).hex();
    private static final Digest LAYER = Fixture.digest(new byte[] {3});

    @TempDir
    private Path home;

    private Instant now = Fixture.MADE;
    private CacheRecords cache;

    @BeforeEach
    void open() throws IOException {
        cache = Store.open(home, FolderRemoval::removeTree, () -> now).cache();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void add(String key, String id, String document) throws IOException {
        cache.add(key, id, bytes(document), List.of(LAYER));
    }

    private List<String> documents(String key) throws IOException {
        return cache.list(key).stream()
                .map(record -> new String(record.document(), StandardCharsets.UTF_8))
                .toList();
    }

    private Path file() {
        return home.resolve("cache").resolve(KEY.substring(0, 2)).resolve(KEY);
    }

    @Test
    void records_are_found_by_their_key_in_the_order_in_which_they_came() throws IOException {
        add(KEY, "b", "first");
        add(KEY, "a", "second");
        add(OTHER_KEY, "a", "elsewhere");

        assertThat(documents(KEY)).containsExactly("first", "second");
        assertThat(cache.list("00".repeat(32))).isEmpty();
        assertThat(cache.all()).containsOnlyKeys(KEY, OTHER_KEY);
        CacheRecord record = cache.list(KEY).get(0);
        assertThat(record.id()).isEqualTo("b");
        assertThat(record.layers()).containsExactly(LAYER);
        assertThat(record.created()).isEqualTo(now);
        assertThat(record.lastUsed()).isEqualTo(now);
    }

    @Test
    void what_another_process_adds_is_found_by_one_that_has_looked_before() throws IOException {
        add(KEY, "a", "first");
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(documents(KEY)).containsExactly("first");
        assertThat(cache.list(KEY)).isSameAs(cache.list(KEY));

        Store.open(home).cache().add(KEY, "b", bytes("second"), List.of());

        assertThat(documents(KEY)).containsExactly("first", "second");
        Store.open(home).cache().remove(KEY, "a");
        assertThat(documents(KEY)).containsExactly("second");
        Store.open(home).cache().remove(KEY, "b");
        assertThat(documents(KEY)).isEmpty();
    }

    @Test
    void what_a_document_says_is_read_once() throws IOException {
        add(KEY, "a", "first");
        CacheRecord record = cache.list(KEY).get(0);

        StringBuilder read =
                record.content(StringBuilder.class, document -> new StringBuilder(String.valueOf(document.length)));

        assertThat(read).hasToString("5");
        assertThat(record.content(StringBuilder.class, document -> new StringBuilder()))
                .isSameAs(read);
        assertThat(record.content(byte[].class, document -> document)).isEqualTo(bytes("first"));
    }

    @Test
    void a_record_of_the_same_id_replaces_the_one_before() throws IOException {
        add(KEY, "a", "first");
        add(KEY, "a", "second");

        assertThat(documents(KEY)).containsExactly("second");
    }

    @Test
    void a_removed_record_is_gone_and_may_come_again() throws IOException {
        add(KEY, "a", "first");
        cache.remove(KEY, "a");
        cache.remove(KEY, "never there");
        cache.remove(OTHER_KEY, "a");
        assertThat(cache.list(KEY)).isEmpty();
        assertThat(cache.all()).isEmpty();

        add(KEY, "a", "again");
        assertThat(documents(KEY)).containsExactly("again");
    }

    @Test
    void removing_a_record_leaves_the_others_of_its_key() throws IOException {
        add(KEY, "a", "wanted");
        add(KEY, "b", "unwanted");
        cache.remove(KEY, "b");

        assertThat(documents(KEY)).containsExactly("wanted");
    }

    @Test
    void using_a_record_is_written_down_only_now_and_then() throws IOException {
        add(KEY, "a", "document");
        FileTime written = Files.getLastModifiedTime(file());
        long size = Files.size(file());

        now = now.plus(Duration.ofHours(11));
        cache.used(KEY, cache.list(KEY).get(0));
        assertThat(Files.size(file())).isEqualTo(size);
        assertThat(Files.getLastModifiedTime(file())).isEqualTo(written);

        now = now.plus(Duration.ofHours(2));
        cache.used(KEY, cache.list(KEY).get(0));
        assertThat(cache.list(KEY).get(0).lastUsed()).isEqualTo(now);
        assertThat(cache.list(KEY).get(0).created()).isEqualTo(Fixture.MADE);
    }

    @Test
    void a_file_does_not_grow_without_end() throws IOException {
        for (int i = 0; i < 1000; i++) {
            add(KEY, "a", "document");
        }
        assertThat(Files.size(file())).isLessThan(8192);
        assertThat(documents(KEY)).containsExactly("document");
    }

    @Test
    void a_record_that_was_torn_off_is_ignored_and_the_next_ones_are_read() throws IOException {
        add(KEY, "a", "first");
        int whole = (int) Files.size(file());
        add(KEY, "b", "second");
        byte[] both = Files.readAllBytes(file());
        for (int cut = whole + 1; cut < both.length; cut++) {
            Files.write(file(), Arrays.copyOf(both, cut));
            assertThat(documents(KEY)).as("cut at %s", cut).containsExactly("first");
            add(KEY, "c", "third");
            assertThat(documents(KEY)).as("cut at %s", cut).containsExactly("first", "third");
        }
    }

    @Test
    void what_is_damaged_in_the_middle_takes_no_other_record_with_it() throws IOException {
        add(KEY, "a", "first");
        int from = (int) Files.size(file());
        add(KEY, "b", "second");
        int to = (int) Files.size(file());
        add(KEY, "c", "third");
        byte[] all = Files.readAllBytes(file());
        for (int at = from; at < to; at++) {
            byte[] damaged = all.clone();
            damaged[at] ^= 0x55;
            Files.write(file(), damaged);
            assertThat(documents(KEY)).as("damaged at %s", at).containsExactly("first", "third");
        }
    }

    @Test
    void a_file_of_anything_else_holds_no_records() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[5000], StandardOpenOption.CREATE_NEW);
        assertThat(cache.list(KEY)).isEmpty();
        add(KEY, "a", "document");
        assertThat(documents(KEY)).containsExactly("document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "ABCDEF0123", "12345"})
    void a_key_is_hexadecimal_digits(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> cache.list(key)).withMessageContaining("is no key");
    }
}
