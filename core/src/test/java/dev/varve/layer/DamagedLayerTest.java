package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A good archive cut anywhere, or with any byte changed, is read or refused, and never gets out of the root. */
class DamagedLayerTest {
    @TempDir
    Path folder;

    private static byte[] archive() {
        return new RawTar()
                .folder("d/")
                .pax("path=d/long" + "g".repeat(60), "mtime=1.5", "uid=3000000", "SCHILY.xattr.user.a=b")
                .file("d/cut", "some content")
                .symlink("d/l", "../d")
                .hardLink("d/h", "d/long" + "g".repeat(60))
                .file("d/l/f", "through")
                .file("d/.wh.gone", "")
                .file("d/.wh..wh..opq", "")
                .header('L', "././@LongLink", "", 4, header -> {})
                .data(new byte[] {'d', '/', 'n', 0})
                .device("cut", 1, 3)
                .ended();
    }

    @Test
    void whole() throws IOException {
        try (Layer layer = Layer.open(Files.write(folder.resolve("whole.tar"), archive()))) {
            assertThat(layer.entries()).hasSize(8);
        }
    }

    @Test
    void cut_anywhere() throws IOException {
        byte[] whole = archive();
        for (int length = 0; length < whole.length; length += length % 512 < 510 ? 51 : 1) {
            readOrRefuse(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void with_any_bytes_changed() throws IOException {
        byte[] whole = archive();
        Random random = new Random(42);
        int read = 0;
        for (int round = 0; round < 1000; round++) {
            byte[] changed = whole.clone();
            int block = random.nextInt(whole.length / 512) * 512;
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[block + random.nextInt(512)] = (byte) random.nextInt(256);
            }
            if (random.nextBoolean()) {
                sumUp(changed, block);
            }
            read += readOrRefuse(changed) ? 1 : 0;
        }
        assertThat(read).isBetween(100, 900);
    }

    private static void sumUp(byte[] archive, int block) {
        Arrays.fill(archive, block + 148, block + 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += archive[block + i] & 0xFF;
        }
        RawTar.put(archive, block + 148, String.format("%06o\0 ", sum));
    }

    private boolean readOrRefuse(byte[] bytes) throws IOException {
        try (Layer layer = Layer.open(Files.write(folder.resolve("damaged.tar"), bytes))) {
            RootFileSystem files = RootFileSystem.of(List.of(layer));
            for (Node node : files.below("")) {
                assertThat("/" + node.path() + "/").doesNotContain("/../", "/./", "//", "\0");
                if (node.isFile()) {
                    try (InputStream in = files.open(node)) {
                        assertThat(in.readAllBytes()).hasSize((int) node.entry().size());
                    }
                }
            }
            return true;
        } catch (LayerException e) {
            assertThat(e.problem()).isNotBlank();
            assertThat(e.getMessage()).matches("\\P{Cntrl}*");
            return false;
        }
    }
}
