package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobsTest {
    private static final byte[] SILT = "silt".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private Blobs blobs;

    @BeforeEach
    void open() throws IOException {
        blobs = Store.open(home).blobs();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(home.resolve("blobs"))
                            || (file.startsWith(home.resolve("tmp"))
                                    && !file.toString().endsWith(".lock")
                                    && !file.endsWith("making")))
                    .toList();
        }
    }

    @Test
    void a_blob_stands_under_its_digest() throws IOException {
        Digest digest = blobs.write(SILT);

        assertThat(digest).isEqualTo(Fixture.digest(SILT));
        assertThat(blobs.path(digest)).isEqualTo(home.resolve("blobs/sha256").resolve(digest.hex()));
        assertThat(blobs.contains(digest)).isTrue();
        assertThat(blobs.size(digest)).isEqualTo(4);
        assertThat(blobs.read(digest, 4)).isEqualTo(SILT);
        assertThat(blobs.open(digest)).hasBinaryContent(SILT);
    }

    @Test
    void a_blob_is_not_there_before_it_is_whole() throws IOException {
        try (BlobWriter writer = blobs.create()) {
            writer.write(SILT);
            assertThat(writer.size()).isEqualTo(4);
            assertThat(blobs.contains(Fixture.digest(SILT))).isFalse();
        }
        assertThat(blobs.contains(Fixture.digest(SILT))).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void content_of_another_digest_is_refused_and_not_kept() throws IOException {
        Digest expected = Fixture.digest(new byte[] {1});
        try (BlobWriter writer = blobs.create(expected)) {
            writer.write(SILT);
            assertThatThrownBy(() -> writer.commit(expected))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("expected the content of " + expected + ", got that of " + Fixture.digest(SILT));
        }
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void content_is_verified_by_the_algorithm_of_its_digest(String algorithm) throws IOException {
        Digest expected = new Digest(
                algorithm, HexFormat.of().formatHex(Hashes.of(algorithm).digest(SILT)));
        try (BlobWriter writer = blobs.create(expected)) {
            writer.write(SILT);
            writer.commit(expected);
        }
        assertThat(blobs.open(expected)).hasBinaryContent(SILT);
    }

    @Test
    void a_long_blob_that_goes_to_the_disk_on_the_way_is_whole() throws IOException {
        byte[] piece = new byte[(5 << 20) + 1];
        new Random(7).nextBytes(piece);
        MessageDigest hash = Hashes.of("sha256");
        Digest digest;
        try (BlobWriter writer = blobs.create()) {
            for (int i = 0; i < 8; i++) {
                writer.write(piece);
                hash.update(piece);
            }
            digest = writer.commit();
        }

        assertThat(digest).isEqualTo(Digest.sha256(hash.digest()));
        assertThat(Digest.of(Files.readAllBytes(blobs.path(digest)))).isEqualTo(digest);
    }

    @Test
    void a_blob_written_twice_is_one() throws IOException {
        assertThat(blobs.write(SILT)).isEqualTo(blobs.write(SILT));
        assertThat(files()).hasSize(1);
    }

    @Test
    void a_blob_that_is_missing_or_too_large_is_an_error() throws IOException {
        Digest digest = blobs.write(SILT);

        assertThatThrownBy(() -> blobs.read(digest, 3))
                .hasMessageContaining("has 4 bytes, more than the 3 it may have");
        assertThatThrownBy(() -> blobs.open(Fixture.digest(new byte[] {1}))).isInstanceOf(NoSuchFileException.class);
    }
}
