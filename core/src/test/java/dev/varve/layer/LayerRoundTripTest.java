package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.layer.LayerEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, whatever it is. */
class LayerRoundTripTest {
    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void entries_and_bytes_come_back(long seed) throws IOException {
        RandomLayer written = new RandomLayer(seed, 60);
        try (Layer layer = written.open(folder)) {
            assertThat(layer.entries()).containsExactlyElementsOf(written.entries());
            for (LayerEntry entry : layer.entries()) {
                if (entry.kind() == Kind.FILE || entry.kind() == Kind.HARD_LINK) {
                    assertThat(layer.open(entry).readAllBytes()).isEqualTo(written.content(entry));
                }
            }
            assertThat(LayerCopy.of(layer)).isEqualTo(written.bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void another_reader_reads_the_same(long seed) throws IOException {
        RandomLayer written = new RandomLayer(seed, 60);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(written.bytes()), "ISO-8859-1")) {
            for (LayerEntry entry : written.entries()) {
                TarArchiveEntry other = tar.getNextEntry();
                if (entry.kind() == Kind.WHITEOUT || entry.kind() == Kind.OPAQUE) {
                    assertThat(other.getName()).contains(".wh.");
                    continue;
                }
                // It takes PAX records for UTF-8, which names need not be.
                String name = entry.path() + (entry.kind() == Kind.DIRECTORY ? "/" : "");
                if (name.chars().noneMatch(c -> c >= 0xDC80 && c <= 0xDCFF)) {
                    assertThat(other.getName()).isEqualTo(name);
                }
                assertThat(other.getMode() & 07777).isEqualTo(entry.mode());
                assertThat(other.getLongUserId()).isEqualTo(entry.uid());
                assertThat(other.getLongGroupId()).isEqualTo(entry.gid());
                assertThat(other.getLastModifiedTime().toInstant()).isEqualTo(entry.modified());
                assertThat(other.getSize()).isEqualTo(entry.size());
                assertThat(other.getDevMajor()).isEqualTo(entry.deviceMajor());
                assertThat(other.getDevMinor()).isEqualTo(entry.deviceMinor());
                assertThat(tar.readAllBytes())
                        .isEqualTo(entry.kind() == Kind.FILE ? written.content(entry) : new byte[0]);
            }
            assertThat(tar.getNextEntry()).isNull();
        }
    }
}
