package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerCompressionTest {
    private static final long MOST = 10 << 20;

    @ParameterizedTest
    @EnumSource
    void what_is_compressed_comes_back_and_is_detected(LayerCompression compression) throws IOException {
        byte[] content = content(300_000);
        byte[] compressed = compress(compression, content);

        assertThat(LayerCompression.detect(compressed)).isEqualTo(compression);
        assertThat(decompress(compressed)).isEqualTo(content);
        assertThat(compress(compression, content))
                .as("equal content, equal bytes")
                .isEqualTo(compressed);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_comes_back_as_nothing(LayerCompression compression) throws IOException {
        assertThat(decompress(compress(compression, new byte[0]))).isEmpty();
    }

    @Test
    void too_little_to_tell_is_no_compression() throws IOException {
        assertThat(LayerCompression.detect(new byte[] {0x1F})).isEqualTo(LayerCompression.NONE);
        assertThat(LayerCompression.detect(new byte[] {0x28, (byte) 0xB5, 0x2F}))
                .isEqualTo(LayerCompression.NONE);
        assertThat(decompress(new byte[] {7})).containsExactly(7);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void several_members_or_frames_are_one_content(LayerCompression compression) throws IOException {
        byte[] one = compress(compression, new byte[] {1});
        byte[] two = compress(compression, new byte[] {2});

        assertThat(decompress(join(one, two))).containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void what_is_cut_short_anywhere_is_an_error(LayerCompression compression) throws IOException {
        byte[] compressed = compress(compression, content(2000));
        for (int length = 4; length < compressed.length; length += 7) {
            byte[] cut = Arrays.copyOf(compressed, length);
            assertThatExceptionOfType(LayerException.class)
                    .as("cut at " + length)
                    .isThrownBy(() -> decompress(cut))
                    .withMessageStartingWith("layer sha256:x: ");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void what_is_followed_by_something_else_is_an_error(LayerCompression compression) throws IOException {
        byte[] followed = join(compress(compression, content(2000)), new byte[] {'x', 'y', 'z', 0, 0, 0, 0, 0, 0, 0});

        assertThatExceptionOfType(LayerException.class).isThrownBy(() -> decompress(followed));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_changed_byte_is_an_error_or_changes_nothing(LayerCompression compression) throws IOException {
        byte[] content = content(2000);
        byte[] compressed = compress(compression, content);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] changed = compressed.clone();
            changed[4 + random.nextInt(changed.length - 4)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(decompress(changed)).isEqualTo(content);
            } catch (LayerException e) {
                assertThat(e.archive()).isEqualTo("sha256:x");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void does_not_grow_beyond_its_bound(LayerCompression compression) throws IOException {
        byte[] bomb = compress(compression, new byte[(int) MOST + 1]);

        assertThatExceptionOfType(LayerException.class)
                .isThrownBy(() -> decompress(bomb))
                .withMessage("layer sha256:x: more than the 10485760 bytes it may have when decompressed");
        assertThatExceptionOfType(LayerException.class).isThrownBy(() -> {
            try (InputStream in = LayerCompression.decompress(new ByteArrayInputStream(bomb), "x", MOST)) {
                in.skipNBytes(MOST + 1);
            }
        });
        assertThat(decompress(compress(compression, new byte[(int) MOST]))).hasSize((int) MOST);
    }

    @Test
    void gzip_is_the_gzip_of_everybody() throws IOException {
        byte[] content = content(5000);

        assertThat(new GZIPInputStream(new ByteArrayInputStream(compress(LayerCompression.GZIP, content))))
                .hasBinaryContent(content);
    }

    @Test
    void an_error_of_what_is_read_stays_what_it_is() throws IOException {
        byte[] half = Arrays.copyOf(compress(LayerCompression.GZIP, content(300_000)), 50_000);
        IOException gone = new IOException("connection reset");
        InputStream breaking = new SequenceInputStream(new ByteArrayInputStream(half), new InputStream() {
            @Override
            public int read() throws IOException {
                throw gone;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw gone;
            }
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> LayerCompression.decompress(breaking, "x", MOST).readAllBytes())
                .isSameAs(gone);
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(1).nextBytes(content);
        Arrays.fill(content, 0, length / 2, (byte) 'a');
        return content;
    }

    private static byte[] compress(LayerCompression compression, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream compressing = switch (compression) {
            case NONE -> out;
            case GZIP -> LayerCompression.gzip(out, 1);
            case ZSTD -> LayerCompression.zstd(out, 3);
        }) {
            compressing.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] decompress(byte[] compressed) throws IOException {
        try (InputStream in = LayerCompression.decompress(new ByteArrayInputStream(compressed), "sha256:x", MOST)) {
            return in.readAllBytes();
        }
    }

    private static byte[] join(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
