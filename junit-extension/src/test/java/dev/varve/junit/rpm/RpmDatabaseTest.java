package dev.varve.junit.rpm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same two packages in each form of the database. That of SQLite was written by rpm 4.18; those of Berkeley DB are the
 * same headers, loaded by {@code db5.3_load} in both orders of bytes.
 */
class RpmDatabaseTest {
    private static final Map<String, List<String>> PACKAGES =
            Map.of("varve-one", List.of("1.2-3"), "varve-two", List.of("2:1.2-3"));

    @TempDir
    Path root;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                new GZIPInputStream(Objects.requireNonNull(RpmDatabaseTest.class.getResourceAsStream(name)))) {
            return in.readAllBytes();
        }
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @ParameterizedTest
    @CsvSource({
        "rpmdb.sqlite.gz, var/lib/rpm/rpmdb.sqlite",
        "rpmdb.sqlite.gz, usr/lib/sysimage/rpm/rpmdb.sqlite",
        "Packages-1234.gz, var/lib/rpm/Packages",
        "Packages-4321.gz, var/lib/rpm/Packages"
    })
    void the_packages_are_read(String resource, String path) throws IOException {
        write(path, resource(resource));

        assertThat(RpmDatabase.read(root)).contains(PACKAGES);
    }

    /** No rpm of Debian writes it, so it is made here; the reader was held to one of SUSE's. */
    @Test
    void the_database_of_rpm_itself_is_read() throws IOException {
        List<byte[]> headers = new SqliteFile(ByteBuffer.wrap(resource("rpmdb.sqlite.gz"))).rows("Packages");
        ByteBuffer file = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RpmP".getBytes(US_ASCII)).putInt(0).putInt(1).putInt(1);
        int slot = 32;
        int block = 256;
        for (int i = 0; i < headers.size(); i++) {
            byte[] header = headers.get(i);
            int blocks = (16 + header.length + 15) / 16 + 1;
            file.position(slot);
            file.put("Slot".getBytes(US_ASCII)).putInt(i + 1).putInt(block).putInt(blocks);
            file.position(block * 16);
            file.put("BlbS".getBytes(US_ASCII))
                    .putInt(i + 1)
                    .putInt(1)
                    .putInt(header.length)
                    .put(header);
            slot += 16;
            block += blocks;
        }
        write("usr/lib/sysimage/rpm/Packages.db", file.array());

        assertThat(RpmDatabase.read(root)).contains(PACKAGES);
    }

    @Test
    void without_a_database_there_are_no_packages_not_even_none() throws IOException {
        assertThat(RpmDatabase.read(root)).isEmpty();
    }

    @Test
    void what_is_not_written_back_yet_is_not_overlooked() throws IOException {
        write("var/lib/rpm/rpmdb.sqlite", resource("rpmdb.sqlite.gz"));
        write("var/lib/rpm/rpmdb.sqlite-wal", new byte[] {1});

        assertThatIOException()
                .isThrownBy(() -> RpmDatabase.read(root))
                .withMessageContaining("rpmdb.sqlite-wal: changes that are not in the database yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpmdb.sqlite", "Packages-1234", "Packages-4321"})
    void a_damaged_database_is_told_or_read_and_nothing_else_happens(String name) throws IOException {
        byte[] sound = resource(name + ".gz");
        Random random = new Random(20261129);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 2 == 0 ? sound.length : random.nextInt(sound.length));
            for (int j = 0; j < damaged.length; j += 1 + random.nextInt(400)) {
                damaged[j] = (byte) random.nextInt();
            }
            write("var/lib/rpm/" + name.split("-", 2)[0], damaged);
            try {
                RpmDatabase.read(root);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(root.resolve("var/lib/rpm").toString());
            }
        }
    }
}
