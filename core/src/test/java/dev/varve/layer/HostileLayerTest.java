package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that are damaged or mean harm: one error says which archive, which entry, and what is wrong. */
class HostileLayerTest {
    private static final byte[] TEXT = "x".repeat(512).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "entry 'big': cut short: the archive ends at byte 2048",
                        new RawTar().file("a", "").header('0', "big", "", 4096, header -> {})),
                arguments("entry 'f': cut short", new RawTar().sizedFile("f", Long.MAX_VALUE)),
                arguments("entry 'f': not a tar entry: a negative size", new RawTar().sizedFile("f", -512)),
                arguments(
                        "entry 'f': cut short",
                        new RawTar().pax("size=9223372036854775807").file("f", "")),
                arguments(
                        "entry 'f': not a tar entry",
                        new RawTar().pax("size=9223372036854775808").file("f", "")),
                arguments(
                        "entry 'f': not a tar entry: no number in bytes 124 to 135",
                        new RawTar().header('0', "f", "", 0, header -> RawTar.put(header, 124, "12monkeys"))),
                arguments(
                        "entry 'f': not a tar entry: a negative uid",
                        new RawTar().pax("uid=-1").file("f", "")),
                arguments(
                        "entry 'f': not a tar entry",
                        new RawTar().pax("mtime=noon").file("f", "")),
                arguments(
                        "NUL in its path",
                        new RawTar().pax("path=etc/passwd\0.jpg").file("f", "")),
                arguments(
                        "NUL in its linkpath", new RawTar().pax("linkpath=a\0b").symlink("l", "a")),
                arguments(
                        "a malformed record",
                        new RawTar().header('x', "x", "", 7, header -> {}).data(ascii("99 a=b\n"))),
                arguments(
                        "a malformed record",
                        new RawTar().header('x', "x", "", 7, header -> {}).data(ascii("7 a=bc;"))),
                arguments(
                        "a malformed record",
                        new RawTar().header('x', "x", "", 4, header -> {}).data(ascii("4 a\n"))),
                arguments(
                        "a malformed record",
                        new RawTar().header('x', "x", "", 5, header -> {}).data(ascii("-5 a="))),
                arguments(
                        "an extended header of 1048577 bytes; at most 1048576",
                        new RawTar().header('x', "x", "", (1 << 20) + 1, header -> {})),
                arguments("an extended header of -512 bytes", new RawTar().header('L', "x", "", 0, header -> {
                            for (int i = 124; i < 136; i++) {
                                header[i] = (byte) (i < 134 ? 0xFF : i == 134 ? 0xFE : 0);
                            }
                        })),
                arguments("cut short", new RawTar().pax("path=of/nothing")),
                arguments("entry 's': a sparse file", new RawTar().header('S', "s", "", 0, header -> {})),
                arguments(
                        "entry 's': a sparse file",
                        new RawTar().pax("GNU.sparse.major=1").file("s", "")),
                arguments("of a type that layers do not have: 'V'", new RawTar().header('V', "v", "", 0, header -> {})),
                arguments("'\\u001b'", new RawTar().header('\u001b', "x", "", 0, header -> {})),
                arguments("entry 'clear\\u001b[2J'", new RawTar().hardLink("clear\u001b[2J", "x")),
                arguments(
                        "a name of 4096 characters",
                        new RawTar().pax("path=" + "d/".repeat(2048)).file("f", "")),
                arguments(
                        "a link of 4096 characters",
                        new RawTar().pax("linkpath=" + "x".repeat(4096)).symlink("l", "x")),
                arguments(
                        "an extended attribute of more than 65536 bytes",
                        new RawTar()
                                .pax("SCHILY.xattr.user.x=" + "x".repeat(65537))
                                .file("f", "")),
                arguments(
                        "an empty block at byte 512",
                        new RawTar().file("a", "").bytes(new byte[512]).file("b", "")),
                arguments(
                        "byte 512: its checksum is wrong",
                        new RawTar().file("a", "").bytes(TEXT)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource
    void refused(String problem, RawTar archive) throws IOException {
        Path tar = Files.write(folder.resolve("evil.tar"), archive.ended());

        assertThatExceptionOfType(LayerException.class)
                .isThrownBy(() -> Layer.open(tar))
                .withMessageStartingWith("layer " + tar)
                .withMessageContaining(problem);
    }

    @Test
    void an_archive_that_ends_behind_an_entry_is_whole_without_its_mark() throws IOException {
        byte[] ended = new RawTar().file("f", "1").ended();
        for (int cut : new int[] {512, 1024}) {
            Path tar = Files.write(folder.resolve(cut + ".tar"), Arrays.copyOf(ended, ended.length - cut));
            try (Layer layer = Layer.open(tar)) {
                assertThat(layer.entries()).extracting(LayerEntry::path).containsExactly("f");
            }
        }
        try (Layer layer = Layer.open(Files.createFile(folder.resolve("empty.tar")))) {
            assertThat(layer.entries()).isEmpty();
        }
    }

    @Test
    void folders_that_names_imply_are_counted_too() throws IOException {
        RawTar bomb = new RawTar();
        for (int i = 0; i < 10; i++) {
            bomb.pax("path=" + i + "/d".repeat(2000)).file("f", "");
        }
        Path tar = Files.write(folder.resolve("bomb.tar"), bomb.ended());

        assertThatExceptionOfType(LayerException.class)
                .isThrownBy(() -> Layer.open(tar, new Budget("bomb", 16 << 20, Long.MAX_VALUE), false))
                .withMessageContaining("entry '3/d/d")
                .withMessageContaining(
                        "too many entries: to list those up to here takes more than the 16 MiB of memory");
    }

    @Test
    void names_that_lead_through_links_upon_links_come_to_an_end() throws IOException {
        RawTar bomb = new RawTar().folder("d");
        String round = "d/../".repeat(15) + "d";
        bomb.symlink("l0", round);
        for (int i = 1; i < 100; i++) {
            bomb.symlink("l" + i, "l" + (i - 1) + "/../" + "d/../".repeat(15) + "l" + (i - 1));
        }
        for (int i = 0; i < 100; i++) {
            bomb.file("l6/f" + i, "");
        }
        Path tar = Files.write(folder.resolve("bomb.tar"), bomb.ended());

        assertThatExceptionOfType(LayerException.class)
                .isThrownBy(() -> Layer.open(tar, new Budget("bomb", Long.MAX_VALUE, 10_000), false))
                .withMessageContaining("entry 'l6/f")
                .withMessageContaining("too many links");
    }
}
