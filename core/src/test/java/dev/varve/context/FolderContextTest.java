package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "makes files with a POSIX shell")
class FolderContextTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("context"));
    }

    @Test
    void lists_every_path_with_type_mode_and_size() throws Exception {
        Shell.in(
                folder,
                "mkdir -m 1777 src && printf abc > src/a && chmod 4751 src/a && ln -s ../x src/l && chmod 750 .");

        assertThat(context().tree().entries())
                .containsExactly(
                        new Entry("src", EntryType.DIRECTORY, 01777, 0, null),
                        new Entry("src/a", EntryType.FILE, 04751, 3, null),
                        new Entry("src/l", EntryType.SYMLINK, 0777, 0, "../x"));
    }

    @Test
    void digests_are_the_sha256_of_the_bytes() throws IOException {
        write("a", "abc");

        assertThat(context().digest(entry(context(), "a")))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void is_a_snapshot_of_what_was_there() throws IOException {
        write("a", "1");
        FolderContext context = context();
        write("b", "2");

        assertThat(paths(context)).containsExactly("a");
    }

    @Test
    void a_symlink_to_the_outside_is_kept_and_never_followed() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "1");
        Files.createSymbolicLink(folder.resolve("up"), Path.of("../outside"));
        Files.createSymbolicLink(folder.resolve("absolute"), outside);
        Files.createSymbolicLink(folder.resolve("secret"), outside.resolve("secret"));
        String before = digest(context());
        Files.writeString(outside.resolve("secret"), "2");

        assertThat(paths(context())).containsExactly("absolute", "secret", "up");
        assertThat(digest(context())).isEqualTo(before);
        for (String source : List.of("up/secret", "absolute/secret", "secret")) {
            assertThat(select(context(), source).problems())
                    .as(source)
                    .extracting(Problem::kind)
                    .containsExactly(Problem.Kind.NOT_FOUND);
        }
    }

    @Test
    void a_loop_of_symlinks_is_listed_and_told_when_it_is_to_be_followed() throws IOException {
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
        Files.createSymbolicLink(folder.resolve("here"), Path.of("."));

        assertThat(paths(context())).containsExactly("here", "self");
        assertThat(select(context(), "self").problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.TOO_MANY_LINKS);
    }

    @Test
    void hard_links_are_files_of_their_own() throws IOException {
        write("a", "1");
        Files.createLink(folder.resolve("b"), folder.resolve("a"));
        FolderContext context = context();

        assertThat(context.digest(entry(context, "b"))).isEqualTo(context.digest(entry(context, "a")));
        assertThat(digest(context))
                .isEqualTo(digest(InMemoryContext.builder()
                        .file("a", "1", entry(context, "a").mode())
                        .file("b", "1", entry(context, "b").mode())
                        .build()));
    }

    @Test
    void a_touched_file_is_the_same_and_another_mode_is_a_change() throws Exception {
        Shell.in(folder, "echo 1 > a && touch -d 2001-01-01 a && chmod 644 a");
        Selection first = select(context(), ".");
        Shell.in(folder, "touch -d 2002-02-02 a");
        Selection touched = select(context(), ".");
        Shell.in(folder, "chmod 755 a");
        Selection executable = select(context(), ".");

        assertThat(touched.digest()).isEqualTo(first.digest());
        assertThat(touched.changesSince(first)).isEmpty();
        assertThat(executable.digest()).isNotEqualTo(first.digest());
        assertThat(executable.changesSince(first)).containsExactly(new Change("a", Change.Kind.MODE));
    }

    @Test
    void names_of_any_bytes_stay_apart() throws Exception {
        Shell.in(
                folder,
                "printf 1 > \"$(printf 'x\\377')\"; printf 2 > \"$(printf 'x\\376')\"; printf 3 > 'new\nline'; printf 4 > 'back\\slash';"
                        + " printf 5 > é; printf 6 > '%41'; printf 7 > ' '; ln -s \"$(printf 'to\\377')\" link");
        FolderContext context = context();

        assertThat(paths(context))
                .containsExactlyInAnyOrder("x\uDCFF", "x\uDCFE", "new\nline", "back\\slash", "é", "%41", " ", "link");
        assertThat(entry(context, "link").linkTarget()).isEqualTo("to\uDCFF");
        assertThat(context.digest(entry(context, "x\uDCFF"))).isEqualTo(Sha256.digest(new byte[] {'1'}));
        assertThat(context.digest(entry(context, "x\uDCFE"))).isEqualTo(Sha256.digest(new byte[] {'2'}));
        assertThat(context.problems()).isEmpty();
    }

    @Test
    void folders_may_lie_as_deep_as_a_path_can_name() throws Exception {
        Path deep = folder.resolve("d/".repeat(1500));
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("f"), "1");
        FolderContext context = context();

        assertThat(context.tree().size()).isEqualTo(1501);
        assertThat(select(context, ".").covered()).hasSize(1501);
        // JUnit takes a minute to clear such a folder away
        Shell.in(folder, "rm -r d");
    }

    @Test
    void an_ignored_folder_is_not_even_listed() throws Exception {
        Shell.in(
                folder,
                "mkdir -p node_modules/deep src && touch node_modules/deep/fifo src/a && mkfifo node_modules/pipe");
        FolderContext context = FolderContext.of(folder, DockerIgnore.parse("node_modules"), DigestCache.none());

        assertThat(paths(context)).containsExactly("src", "src/a");
        assertThat(context.problems()).isEmpty();
    }

    @Test
    void extended_attributes_count() throws IOException {
        write("a", "1");
        FolderContext before = context();
        try {
            Files.setAttribute(folder.resolve("a"), "user:kind", new byte[] {1, 2});
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no extended attributes here: " + e.getMessage());
        }

        assertThat(context().attributes(entry(context(), "a"))).containsExactly(Map.entry("user.kind", "0102"));
        assertThat(before.tree().entries()).isEqualTo(context().tree().entries());
        assertThat(digest(context()))
                .isNotEqualTo(digest(InMemoryContext.builder()
                        .file("a", "1", entry(before, "a").mode())
                        .build()));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> FolderContext.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void the_folder_itself_may_be_reached_by_a_symlink() throws IOException {
        write("a", "1");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder);

        assertThat(digest(FolderContext.of(link))).isEqualTo(digest(context()));
    }

    @Test
    void modes_that_no_umask_gives_are_seen() throws IOException {
        write("a", "1");
        Files.setPosixFilePermissions(folder.resolve("a"), PosixFilePermissions.fromString("---------"));

        assertThat(entry(context(), "a").mode()).isZero();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private FolderContext context() throws IOException {
        return FolderContext.of(folder);
    }

    private static List<String> paths(BuildContext context) {
        return context.tree().entries().stream().map(Entry::path).toList();
    }

    private static Entry entry(BuildContext context, String path) {
        Entry entry = context.tree().find(path);
        assertThat(entry).as(path).isNotNull();
        return Objects.requireNonNull(entry);
    }

    private static Selection select(BuildContext context, String source) throws IOException {
        return new ContentHash(context).of(List.of(Selector.copySource(source)));
    }

    private static String digest(BuildContext context) throws IOException {
        return select(context, ".").digest();
    }
}
