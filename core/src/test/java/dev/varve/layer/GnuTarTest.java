package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.layer.LayerEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GNU tar writes, read; what we write, unpacked by GNU tar. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs GNU tar and a POSIX shell")
class GnuTarTest {
    private static final byte[] BINARY = {0, (byte) 0xFF, '\n', '=', (byte) 0x80};

    @TempDir
    Path folder;

    @BeforeEach
    void gnuTar() throws Exception {
        assumeTrue(run("tar --version | grep -q GNU") == 0, "there is no GNU tar");
        String tree = """
                mkdir tree && cd tree && mkdir -m 1777 d && printf content > d/file && chmod 4750 d/file
                ln d/file d/hard && ln -s ../d/file d/link && mkfifo d/fifo && printf 1 > "$(printf 'd/bad\\377name')"
                long=$(printf 'l%.0s' $(seq 120)) && mkdir -p d/$long/$long && printf 2 > d/$long/$long/f && ln -s $long/$long d/longlink
                printf 3 > 'd/unicod\u00e9' && touch -d '2020-01-02 03:04:05.123456789Z' d/file && touch -d '1960-01-01Z' d/old
                find . -exec touch -h -d '2021-01-01Z' {} + && touch -d '2020-01-02 03:04:05.123456789Z' d/file
                """;
        assertThat(run(tree)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pax", "gnu", "posix --pax-option=delete=atime,delete=ctime"})
    void reads_what_gnu_tar_writes(String format) throws Exception {
        assertThat(run("tar --sort=name --owner=7 --group=4000000 -C tree -cf t.tar --format=" + format + " ."))
                .isZero();
        String longName = "l".repeat(120);
        try (Layer layer = Layer.open(folder.resolve("t.tar"))) {
            assertThat(layer.entries())
                    .extracting(LayerEntry::path)
                    .containsExactly(
                            "d",
                            "d/bad\uDCFFname",
                            "d/fifo",
                            "d/file",
                            "d/hard",
                            "d/link",
                            "d/" + longName,
                            "d/" + longName + "/" + longName,
                            "d/" + longName + "/" + longName + "/f",
                            "d/longlink",
                            "d/old",
                            "d/unicod\u00e9");
            assertThat(layer.entries()).allMatch(entry -> entry.uid() == 7 && entry.gid() == 4_000_000);
            LayerEntry file = layer.entries().get(3);
            assertThat(file.mode()).isEqualTo(04750);
            assertThat(file.modified())
                    .isEqualTo(format.equals("gnu") ? "2020-01-02T03:04:05Z" : "2020-01-02T03:04:05.123456789Z");
            LayerEntry hard = layer.entries().get(4);
            assertThat(hard).isEqualTo(file.hardLinkAt("d/hard"));
            assertThat(layer.open(hard)).hasContent("content");
            assertThat(layer.entries().get(9).linkTarget()).isEqualTo(longName + "/" + longName);
            assertThat(layer.entries().get(0).mode()).isEqualTo(01777);
        }
    }

    @Test
    void reads_attributes_that_gnu_tar_writes() throws Exception {
        Path file = folder.resolve("tree/d/file");
        assumeTrue(setAttribute(file), "no extended attributes in " + folder);
        assertThat(run("tar --xattrs -C tree -cf t.tar --format=pax d/file")).isZero();
        try (Layer layer = Layer.open(folder.resolve("t.tar"))) {
            assertThat(layer.entries().get(0).attributes().get("user.binary")).isEqualTo(BINARY);
        }
    }

    @Test
    void gnu_tar_unpacks_what_is_written_and_finds_it_as_it_was() throws Exception {
        assertThat(run("tar --sort=name --numeric-owner -C tree -cf t.tar --format=pax ."))
                .isZero();
        byte[] again;
        List<LayerEntry> entries;
        try (Layer layer = Layer.open(folder.resolve("t.tar"))) {
            entries = layer.entries();
            again = LayerCopy.of(layer);
        }
        Files.write(folder.resolve("again.tar"), again);
        assertThat(run(
                        "mkdir unpacked && tar -C unpacked -xpf again.tar && tar --sort=name --numeric-owner -C unpacked -cf u.tar"
                                + " --format=pax ."))
                .isZero();
        try (Layer layer = Layer.open(folder.resolve("u.tar"))) {
            assertThat(withoutFolderTimes(layer.entries())).isEqualTo(withoutFolderTimes(entries));
            for (LayerEntry entry : layer.entries()) {
                if (entry.kind() == Kind.FILE) {
                    try (InputStream in = layer.open(entry)) {
                        assertThat(in.readAllBytes()).hasSize((int) entry.size());
                    }
                }
            }
        }
    }

    @Test
    void gnu_tar_unpacks_attributes_that_are_written() throws Exception {
        assumeTrue(setAttribute(folder.resolve("tree/d/file")), "no extended attributes in " + folder);
        Path tar = folder.resolve("t.tar");
        try (var out = Files.newOutputStream(tar);
                LayerWriter writer = new LayerWriter(out)) {
            writer.add(LayerEntry.file("f", 0644, 0).withAttributes(Map.of("user.binary", BINARY)));
        }
        assertThat(run("mkdir unpacked && tar --xattrs -C unpacked -xpf t.tar")).isZero();

        ByteBuffer value = ByteBuffer.allocate(100);
        attributes(folder.resolve("unpacked/f")).read("binary", value);
        assertThat(value.flip()).isEqualTo(ByteBuffer.wrap(BINARY));
    }

    private static List<LayerEntry> withoutFolderTimes(List<LayerEntry> entries) {
        List<LayerEntry> all = new ArrayList<>();
        for (LayerEntry entry : entries) {
            all.add(entry.kind() == Kind.DIRECTORY ? entry.withModified(java.time.Instant.EPOCH) : entry);
        }
        return all;
    }

    private static boolean setAttribute(Path file) {
        try {
            attributes(file).write("binary", ByteBuffer.wrap(BINARY));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static UserDefinedFileAttributeView attributes(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private int run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "set -e\numask 022\n" + script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            System.out.println(output);
        }
        return exit;
    }
}
