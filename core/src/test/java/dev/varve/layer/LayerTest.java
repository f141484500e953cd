package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerTest {
    @TempDir
    Path folder;

    @Test
    void reads_headers_of_every_format_there_is() throws IOException {
        RawTar tar = new RawTar()
                .header('0', "gnu", "", 0, header -> {
                    RawTar.put(header, 257, "ustar  \0");
                    RawTar.put(header, 345, "15301233427");
                })
                .header('0', "name", "", 0, header -> {
                    RawTar.put(header, 257, "ustar  \0");
                    RawTar.put(header, 345, "prefix/of/old/go");
                })
                .header('0', "name", "", 0, header -> RawTar.put(header, 345, "posix/prefix"))
                .header('0', "name", "", 0, header -> {
                    RawTar.put(header, 345, "star/prefix");
                    RawTar.put(header, 476, "15301233427 15301233427");
                    RawTar.put(header, 508, "tar\0");
                })
                .header('0', "v7", "", 0, header -> RawTar.put(header, 257, "\0\0\0\0\0\0\0\0"))
                .header('L', "././@LongLink", "", 5, header -> {})
                .data("lo/ng".getBytes(StandardCharsets.US_ASCII))
                .header('K', "././@LongLink", "", 7, header -> {})
                .data("target\0".getBytes(StandardCharsets.US_ASCII))
                .symlink("cut", "cut")
                .header('0', "spaces", "", 0, header -> {
                    RawTar.put(header, 100, "100644 ");
                    RawTar.put(header, 108, "   750 ");
                    RawTar.put(header, 116, "\0\0\0\0\0\0\0");
                });
        try (Layer layer = tar.open(folder)) {
            assertThat(layer.entries())
                    .containsExactly(
                            LayerEntry.file("gnu", 0644, 0),
                            LayerEntry.file("prefix/of/old/go/name", 0644, 0),
                            LayerEntry.file("posix/prefix/name", 0644, 0),
                            LayerEntry.file("star/prefix/name", 0644, 0),
                            LayerEntry.file("v7", 0644, 0),
                            LayerEntry.symlink("lo/ng", "target"),
                            LayerEntry.file("spaces", 0644, 0).withOwner(0750, 0));
        }
    }

    @Test
    void extended_records_take_precedence_unless_they_are_empty() throws IOException {
        RawTar tar = new RawTar()
                .pax("path=named", "uid=4294967295", "gid=7", "mtime=-1.5", "atime=5", "comment=x", "size=")
                .file("short", "1")
                .pax("path=")
                .file("own", "1")
                .pax("mtime=99999999999999")
                .file("later", "1");
        try (Layer layer = tar.open(folder)) {
            assertThat(layer.entries())
                    .containsExactly(
                            LayerEntry.file("named", 0644, 1)
                                    .withOwner(4_294_967_295L, 7)
                                    .withModified(Instant.ofEpochSecond(-2, 500_000_000)),
                            LayerEntry.file("own", 0644, 1),
                            LayerEntry.file("later", 0644, 1));
        }
    }

    @Test
    void attributes_are_bytes_of_any_kind_and_overlayfs_is_not_steered_by_them() throws IOException {
        RawTar tar = new RawTar()
                .pax(
                        "SCHILY.xattr.security.capability=\u0001\0\uDCFF\n=",
                        "SCHILY.xattr.user.empty=",
                        "SCHILY.xattr.trusted.overlay.opaque=y",
                        "SCHILY.xattr.user.overlay.redirect=/etc")
                .folder("d");
        try (Layer layer = tar.open(folder)) {
            assertThat(layer.entries())
                    .containsExactly(LayerEntry.directory("d", 0755)
                            .withAttributes(Map.of(
                                    "security.capability",
                                    new byte[] {1, 0, (byte) 0xFF, '\n', '='},
                                    "user.empty",
                                    new byte[0])));
        }
    }

    @Test
    void what_overlayfs_hides_in_an_upper_folder_is_hidden() throws IOException {
        byte[] tar = new RawTar()
                .pax("SCHILY.xattr.user.overlay.opaque=y")
                .folder("d")
                .ended();
        try (Layer layer = Layer.openUpper(Files.write(folder.resolve("upper.tar"), tar))) {
            assertThat(layer.entries()).containsExactly(LayerEntry.directory("d", 0755), LayerEntry.opaque("d"));
        }
    }

    @Test
    void old_sums_of_signed_bytes_are_right_too() throws IOException {
        byte[] tar = new RawTar().file("\u00e9", "").ended();
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < 512; i++) {
            byte b = i >= 148 && i < 156 ? (byte) ' ' : tar[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        assertThat(signed).isNotEqualTo(unsigned);
        RawTar.put(tar, 148, String.format("%06o\0 ", signed));
        try (Layer layer = Layer.open(Files.write(folder.resolve("signed.tar"), tar))) {
            assertThat(layer.entries()).hasSize(1);
        }
    }

    @Test
    void files_are_read_in_any_order_and_piece_by_piece() throws IOException {
        LayerEntry a = LayerEntry.file("a", 0644, 5);
        LayerEntry b = LayerEntry.file("b", 0644, 3);
        try (Layer layer = new RawTar()
                        .file("a", "first")
                        .file("b", "2nd")
                        .hardLink("c", "a")
                        .open(folder);
                InputStream one = layer.open(a)) {
            assertThat(one.read()).isEqualTo('f');
            assertThat(layer.open(b)).hasContent("2nd");
            assertThat(one.skip(2)).isEqualTo(2);
            assertThat(one.available()).isEqualTo(2);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            assertThat(one.transferTo(rest)).isEqualTo(2);
            assertThat(rest).hasToString("st");
            assertThat(one.read()).isEqualTo(-1);
            assertThat(one.skip(1)).isZero();
            assertThat(layer.open(layer.entries().get(2))).hasContent("first");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> layer.open(LayerEntry.file("none", 0644, 0)))
                    .withMessageContaining("not a file of layer");
        }
    }

    @Test
    void what_is_behind_nine_gigabytes_is_found() throws IOException {
        long size = 9L << 30;
        byte[] head = new RawTar().pax("size=" + size).file("huge", "").ended();
        byte[] tail = new RawTar().file("behind", "found").ended();
        Path tar = folder.resolve("huge.tar");
        try (FileChannel file = FileChannel.open(tar, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(head, 0, head.length - 1024), 0);
            file.write(ByteBuffer.wrap(tail), head.length - 1024 + size);
        }
        try (Layer layer = Layer.open(tar)) {
            assertThat(layer.entries())
                    .containsExactly(LayerEntry.file("huge", 0644, size), LayerEntry.file("behind", 0644, 5));
            assertThat(layer.open(layer.entries().get(1))).hasContent("found");
            try (InputStream huge = layer.open(layer.entries().get(0))) {
                assertThat(huge.available()).isEqualTo(Integer.MAX_VALUE);
                assertThat(huge.skip(size - 1)).isEqualTo(size - 1);
                assertThat(huge.read()).isZero();
                assertThat(huge.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void a_thread_that_is_interrupted_leaves_the_layer_open_for_others() throws IOException {
        try (Layer layer = new RawTar().file("a", "content").open(folder)) {
            LayerEntry file = layer.entries().get(0);
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class)
                    .isThrownBy(() -> layer.open(file).read())
                    .withMessageContaining(layer.path().toString());
            assertThat(Thread.interrupted()).isTrue();

            assertThat(layer.open(file)).hasContent("content");
        }
    }

    @Test
    void a_closed_layer_is_read_no_more() throws IOException {
        Layer layer = new RawTar().file("a", "content").open(folder);
        InputStream opened = layer.open(layer.entries().get(0));
        layer.close();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(opened::read)
                .withMessage("layer " + layer.path() + " is closed");
    }

    @Test
    void a_file_that_was_cut_since_is_told() throws IOException {
        try (Layer layer = new RawTar().file("a", "content").open(folder)) {
            try (FileChannel file = FileChannel.open(layer.path(), StandardOpenOption.WRITE)) {
                file.truncate(512);
            }
            assertThatExceptionOfType(LayerException.class)
                    .isThrownBy(() -> layer.open(layer.entries().get(0)).readAllBytes())
                    .withMessageContaining("cut short at byte 512 since it was opened");
        }
    }

    @Test
    void a_file_that_is_not_there_is_an_error_of_its_own() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Layer.open(folder.resolve("none.tar")));
    }
}
