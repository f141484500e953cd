package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerWriterTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Three layers of Docker 28.5 hold all that its layers can: a COPY of a file with capabilities, a RUN that makes hard
     * links, devices, long names, names that are not ASCII or not UTF-8 and big owners, a RUN that removes them and makes a file
     * older than 1970.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void writes_a_layer_of_dockers_byte_for_byte_as_docker_did(int number) throws IOException {
        Path docker = Path.of("src/test/resources/layer/docker/" + number + ".tar");
        try (Layer layer = Layer.open(docker)) {
            assertThat(LayerCopy.of(layer)).isEqualTo(Files.readAllBytes(docker));
        }
    }

    @Test
    void whole_seconds_are_written_as_docker_writes_them() throws IOException {
        LayerEntry entry =
                LayerEntry.directory("d", 0755).withModified(Instant.parse("2026-01-02T03:04:05.999999999Z"));
        try (LayerWriter writer = new LayerWriter(out)) {
            writer.add(entry);
        }
        assertThat(written()).containsExactly(entry.withModified(Instant.parse("2026-01-02T03:04:05Z")));
    }

    @Test
    void fractions_of_seconds_are_kept_where_that_is_asked_for() throws IOException {
        LayerEntry after =
                LayerEntry.directory("a", 0755).withModified(Instant.parse("2026-01-02T03:04:05.000000001Z"));
        LayerEntry before = LayerEntry.directory("b", 0755).withModified(Instant.parse("1969-12-31T23:59:58.25Z"));
        try (LayerWriter writer = LayerWriter.keepingFractions(out)) {
            writer.add(after);
            writer.add(before);
        }
        assertThat(written()).containsExactly(after, before);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).contains("mtime=1767323045.000000001\n", "mtime=-1.75\n");
    }

    @Test
    void takes_of_a_growing_file_what_it_was_said_to_have() throws IOException {
        LayerEntry file = LayerEntry.file("f", 0644, 3);
        try (LayerWriter writer = new LayerWriter(out)) {
            writer.add(file, content("123456"));
        }
        try (Layer layer = layer()) {
            assertThat(layer.open(file)).hasContent("123");
        }
    }

    @Test
    void a_file_that_is_shorter_than_it_was_said_to_be_is_an_error_and_leaves_no_whole_archive() throws IOException {
        try (LayerWriter writer = new LayerWriter(out)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> writer.add(LayerEntry.file("log", 0644, 7), content("123456")))
                    .withMessage("'log' has 6 bytes, not the 7 it was said to have");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> writer.add(LayerEntry.directory("d", 0755)))
                    .withMessage("the layer is finished");
        }
        assertThat(out.toByteArray()).isEmpty();
    }

    @Test
    void what_it_writes_to_and_reads_from_stays_open() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream watched = new OutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public void close() {
                closed.set(true);
            }
        };
        InputStream content = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (LayerWriter writer = new LayerWriter(watched)) {
            writer.add(LayerEntry.file("f", 0644, 1), content);
        }
        assertThat(closed).isFalse();
    }

    @Test
    void an_empty_layer_is_two_empty_blocks() throws IOException {
        new LayerWriter(out).close();

        assertThat(out.toByteArray()).isEqualTo(new byte[1024]);
    }

    @Test
    void refuses_what_makes_no_sense() {
        LayerWriter writer = new LayerWriter(out);

        assertThatIllegalArgumentException().isThrownBy(() -> writer.add(LayerEntry.file("f", 0644, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add(LayerEntry.directory("d", 0755), content("1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add(LayerEntry.directory("", 0755)))
                .withMessage("the root is no entry of a layer");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        writer.add(LayerEntry.directory("d", 0755).withAttributes(Map.of("user.a", new byte[1 << 20]))))
                .withMessageContaining("more than 1048576 bytes of attributes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.add(new LayerEntry(
                        "dev", LayerEntry.Kind.BLOCK_DEVICE, 0600, 0, 0, Instant.EPOCH, 0, "", 1 << 21, 0, Map.of())))
                .withMessageContaining("a device number that tar cannot hold");
    }

    @Test
    void the_root_can_be_opaque() throws IOException {
        try (LayerWriter writer = new LayerWriter(out)) {
            writer.opaque("");
        }
        assertThat(written()).containsExactly(LayerEntry.opaque(""));
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Layer layer() throws IOException {
        return Layer.open(Files.write(folder.resolve("layer.tar"), out.toByteArray()));
    }

    private Iterable<LayerEntry> written() throws IOException {
        try (Layer layer = layer()) {
            return layer.entries();
        }
    }
}
