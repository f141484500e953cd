package dev.varve.junit.files;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.RootFileSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's and AssertJ's own tools on the files of an image. */
class ImageFileSystemTest {
    private static final Instant TIME = Instant.parse("2020-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private Layer layer;
    private ImageFileSystem files;

    @BeforeEach
    void open() throws IOException {
        Path archive = folder.resolve("layer.tar");
        try (OutputStream out = Files.newOutputStream(archive);
                LayerWriter writer = new LayerWriter(out)) {
            add(writer, "etc", Kind.DIRECTORY, 0755, "", Map.of());
            file(writer, "etc/passwd", 0644, "root:x:0:0::/:/bin/sh\nnode:x:1000:1000::/:/bin/sh\n", Map.of());
            file(writer, "etc/group", 0644, "root:x:0:\nnode:x:1000:\n", Map.of());
            add(writer, "app", Kind.DIRECTORY, 0750, "", Map.of());
            file(
                    writer,
                    "app/run",
                    04755,
                    "#!/bin/sh\nexit 0\n",
                    Map.of("user.note", "hi".getBytes(StandardCharsets.UTF_8)));
            add(writer, "app/link", Kind.SYMLINK, 0777, "../../../app/run", Map.of());
            add(writer, "absolute", Kind.SYMLINK, 0777, "/app", Map.of());
            add(writer, "loop", Kind.SYMLINK, 0777, "loop", Map.of());
            add(writer, "dangling", Kind.SYMLINK, 0777, "/no/where", Map.of());
            add(writer, "app/second", Kind.HARD_LINK, 04755, "app/run", Map.of());
        }
        layer = Layer.open(archive);
        files = ImageFileSystem.of("test", RootFileSystem.of(List.of(layer)));
    }

    @AfterEach
    void close() throws IOException {
        layer.close();
    }

    private static void add(
            LayerWriter writer, String path, Kind kind, int mode, String target, Map<String, byte[]> attributes)
            throws IOException {
        writer.add(new LayerEntry(path, kind, mode, 1000, 1000, TIME, 0, target, 0, 0, attributes));
    }

    private static void file(LayerWriter writer, String path, int mode, String text, Map<String, byte[]> attributes)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writer.add(
                new LayerEntry(path, Kind.FILE, mode, 1000, 1000, TIME, bytes.length, "", 0, 0, attributes),
                new ByteArrayInputStream(bytes));
    }

    @Test
    void assertj_reads_them() {
        assertThat(files.getPath("/app/run"))
                .isRegularFile()
                .isExecutable()
                .isReadable()
                .hasFileName("run")
                .hasSize(17)
                .hasContent("#!/bin/sh\nexit 0\n")
                .hasParent(files.getPath("/app"))
                .isAbsolute();
        assertThat(files.getPath("/app")).isDirectory().isDirectoryContaining("glob:**/run");
        assertThat(files.getPath("/app/link")).isSymbolicLink();
        assertThat(files.getPath("/nothing")).doesNotExist();
    }

    @Test
    void symlinks_are_followed_within_the_image() throws Exception {
        assertThat(files.getPath("/app/link").toRealPath()).hasToString("/app/run");
        assertThat(files.getPath("/absolute/link").toRealPath()).hasToString("/app/run");
        assertThat(files.getPath("/absolute/../../app").toRealPath()).hasToString("/app");
        assertThat(Files.readSymbolicLink(files.getPath("/absolute"))).hasToString("/app");
        assertThat(Files.exists(files.getPath("/dangling"))).isFalse();
        assertThat(Files.exists(files.getPath("/dangling"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThatThrownBy(() -> Files.size(files.getPath("/loop"))).isInstanceOf(FileSystemLoopException.class);
        assertThatThrownBy(() -> Files.size(files.getPath("/dangling"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void attributes_are_those_of_the_layer() throws Exception {
        Path run = files.getPath("/app/run");
        assertThat(Files.readAttributes(run, "unix:*"))
                .containsEntry("mode", 0104755)
                .containsEntry("uid", 1000)
                .containsEntry("size", 17L);
        assertThat(Files.getAttribute(files.getPath("/app/link"), "unix:mode", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(0120777);
        assertThat(Files.getPosixFilePermissions(files.getPath("/app")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(Files.getOwner(run)).hasToString("node");
        assertThat(Files.getLastModifiedTime(run).toInstant()).isEqualTo(TIME);
        assertThat(Files.isSameFile(run, files.getPath("/app/second"))).isTrue();
        assertThat(Files.isSameFile(run, files.getPath("/etc/passwd"))).isFalse();
    }

    @Test
    void extended_attributes_are_users_own() throws Exception {
        UserDefinedFileAttributeView view =
                Files.getFileAttributeView(files.getPath("/app/run"), UserDefinedFileAttributeView.class);
        ByteBuffer value = ByteBuffer.allocate(view.size("note"));
        view.read("note", value);
        assertThat(view.list()).containsExactly("note");
        assertThat(new String(value.array(), StandardCharsets.UTF_8)).isEqualTo("hi");
    }

    @Test
    void folders_are_walked_in_order() throws Exception {
        try (Stream<Path> walk = Files.walk(files.getPath("/"))) {
            assertThat(walk.map(Path::toString))
                    .containsExactly(
                            "/",
                            "/absolute",
                            "/app",
                            "/app/link",
                            "/app/run",
                            "/app/second",
                            "/dangling",
                            "/etc",
                            "/etc/group",
                            "/etc/passwd",
                            "/loop");
        }
    }

    @Test
    void a_file_is_read_at_any_place() throws Exception {
        try (SeekableByteChannel channel = Files.newByteChannel(files.getPath("/app/run"))) {
            ByteBuffer four = ByteBuffer.allocate(4);
            channel.position(10).read(four);
            assertThat(new String(four.array(), StandardCharsets.UTF_8)).isEqualTo("exit");
            channel.position(2).read(four.clear());
            assertThat(new String(four.array(), StandardCharsets.UTF_8)).isEqualTo("/bin");
            assertThat(channel.position(100).read(four.clear())).isEqualTo(-1);
        }
    }

    @Test
    void nothing_can_be_written() {
        Path path = files.getPath("/app/new");
        assertThatThrownBy(() -> Files.writeString(path, "")).isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> Files.delete(files.getPath("/app/run")))
                .isInstanceOf(ReadOnlyFileSystemException.class);
        assertThatThrownBy(() -> Files.createDirectory(path)).isInstanceOf(ReadOnlyFileSystemException.class);
        assertThat(Files.isWritable(files.getPath("/app/run"))).isFalse();
    }

    @Test
    void paths_are_those_of_linux() {
        Path path = files.getPath("/a/b");
        assertThat(path.resolve("../c").normalize()).hasToString("/a/c");
        assertThat(path.relativize(files.getPath("/a/c/d"))).hasToString("../c/d");
        assertThat(files.getPath("/..").normalize()).hasToString("/");
        assertThat(files.getPath("a/../..").normalize()).hasToString("..");
        assertThat(path.getParent()).hasToString("/a");
        assertThat(path.startsWith("/a")).isTrue();
        assertThat(path.startsWith("/a/bc")).isFalse();
        assertThat(path.endsWith("b")).isTrue();
        assertThat(path.subpath(1, 2)).hasToString("b");
        assertThat(path.toUri()).hasToString("varve-image:test!/a/b");
    }
}
