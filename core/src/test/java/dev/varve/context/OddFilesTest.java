package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Special files, files that may not be read, files that go away or turn into others meanwhile. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "makes files with a POSIX shell")
@Timeout(60)
class OddFilesTest {
    @TempDir
    Path folder;

    private final ReadLog reader = new ReadLog();

    @Test
    void fifos_and_sockets_are_named_and_never_opened() throws Exception {
        Shell.in(folder, "mkfifo pipe && printf 1 > file");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            FolderContext context = context(reader);
            select(context);

            assertThat(context.tree().entries())
                    .extracting(Entry::type)
                    .containsExactly(EntryType.FILE, EntryType.FIFO, EntryType.SOCKET);
            assertThat(told(context)).containsExactly("pipe SPECIAL_FILE", "socket SPECIAL_FILE");
            assertThat(reader.taken()).containsExactly("file");
        }
    }

    @Test
    void devices_are_named_and_differ_by_number() throws Exception {
        try {
            Shell.in(folder, "mknod null c 1 3 && mknod zero c 1 5 && mknod again c 1 3");
        } catch (AssertionError e) {
            Assumptions.abort("devices may not be made here: " + e.getMessage());
        }
        FolderContext context = context(reader);

        assertThat(told(context)).containsExactly("again SPECIAL_FILE", "null SPECIAL_FILE", "zero SPECIAL_FILE");
        assertThat(context.tree().entries()).allMatch(entry -> entry.type() == EntryType.CHARACTER_DEVICE);
        List<String> digests =
                context.tree().entries().stream().map(context::digest).toList();
        assertThat(digests.get(0)).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void a_file_that_may_not_be_read_is_named_and_counts_as_empty() throws Exception {
        Shell.in(folder, "printf 1 > key && printf 2 > other");
        FolderContext context = context(new FileReader() {
            @Override
            InputStream open(Path file) throws IOException {
                if (file.endsWith("key")) {
                    // root may read everything, so that permissions alone would not do
                    throw new AccessDeniedException(file.toString());
                }
                return super.open(file);
            }
        });

        String digest = context.digest(context.tree().entries().get(0));

        assertThat(digest).isEqualTo(Sha256.digest(new byte[0]));
        select(context);
        assertThat(context.problems())
                .containsExactly(new Problem("key", Problem.Kind.UNREADABLE, "permission denied"));
    }

    @Test
    void a_file_that_went_away_is_named() throws IOException {
        Files.writeString(folder.resolve("a"), "1");
        FolderContext context = context(reader);
        Files.delete(folder.resolve("a"));
        select(context);
        select(context);

        assertThat(told(context)).containsExactly("a VANISHED");
    }

    @Test
    void a_fifo_put_in_the_place_of_a_file_is_not_opened() throws Exception {
        Files.writeString(folder.resolve("a"), "1");
        FolderContext context = context(reader);
        Shell.in(folder, "rm a && mkfifo a");
        select(context);

        assertThat(told(context)).containsExactly("a CHANGED");
        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void a_folder_turned_into_a_symlink_leads_nowhere(@TempDir Path outside) throws Exception {
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("d/a"), "1");
        Files.writeString(outside.resolve("a"), "secret");
        FolderContext context = context(reader);
        Shell.in(folder, "mv d e && ln -s '" + outside + "' d");
        select(context);

        assertThat(told(context)).containsExactlyInAnyOrder("d CHANGED", "d/a CHANGED");
        assertThat(reader.taken()).isEmpty();
    }

    @Test
    void a_file_written_to_while_it_is_read_is_named_and_not_remembered(@TempDir Path kept) throws Exception {
        Shell.in(folder, "printf 1 > log && touch -d 2001-01-01 log");
        DigestCache cache = DigestCache.in(kept);
        FileReader slow = new FileReader() {
            @Override
            InputStream open(Path file) throws IOException {
                InputStream in = super.open(file);
                Files.writeString(file, "22");
                return in;
            }
        };
        FolderContext context = FolderContext.of(folder, DockerIgnore.none(), cache, slow);
        select(context);
        cache.save();

        assertThat(told(context)).containsExactly("log CHANGED");
        assertThat(kept).isEmptyDirectory();
    }

    private FolderContext context(FileReader reader) throws IOException {
        return FolderContext.of(folder, DockerIgnore.none(), DigestCache.none(), reader);
    }

    private static void select(BuildContext context) throws IOException {
        new ContentHash(context).of(List.of());
    }

    private static List<String> told(BuildContext context) {
        return context.problems().stream()
                .map(problem -> problem.path() + " " + problem.kind())
                .sorted()
                .toList();
    }
}
