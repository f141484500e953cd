package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.context.BuildContext;
import dev.varve.context.Change;
import dev.varve.context.ContentHash;
import dev.varve.context.InMemoryContext;
import dev.varve.context.Selection;
import dev.varve.context.Selector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a stage as what a later step's cache key covers. */
class LayerContextTest {
    @TempDir
    Path folder;

    private final List<Layer> layers = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Layer layer : layers) {
            layer.close();
        }
    }

    @Test
    void what_is_roots_has_the_key_that_the_same_files_of_a_context_have() throws IOException {
        BuildContext same = InMemoryContext.builder()
                .directory("d")
                .file("d/a", "1")
                .file("d/b", "1")
                .symlink("l", "d")
                .attribute("d/a", "user.k", "76")
                .build();

        assertThat(key(new RawTar()
                        .folder("d")
                        .pax("SCHILY.xattr.user.k=v")
                        .file("d/a", "1")
                        .file("d/b", "1")
                        .symlink("l", "d")))
                .isEqualTo(key(same));
    }

    @Test
    void owners_count_as_they_do_in_buildkit() throws IOException {
        Selection root = select(new RawTar().file("f", "1"));
        Selection user = select(new RawTar().pax("uid=1000").file("f", "1"));
        Selection group = select(new RawTar().pax("gid=1000").file("f", "1"));

        assertThat(List.of(root.digest(), user.digest(), group.digest())).doesNotHaveDuplicates();
        assertThat(user.changesSince(root)).containsExactly(new Change("f", Change.Kind.OWNER));
        assertThat(user.changesSince(group)).containsExactly(new Change("f", Change.Kind.OWNER));
    }

    @Test
    void times_and_the_layers_that_files_come_from_do_not_count() throws IOException {
        RawTar once = new RawTar().folder("d").file("d/f", "1").file("d/g", "2");

        assertThat(key(
                        new RawTar().pax("mtime=7.5").folder("d").pax("mtime=8").file("d/f", "0"),
                        new RawTar().file("d/f", "1").file("d/g", "2")))
                .isEqualTo(key(once));
    }

    @Test
    void bytes_modes_devices_and_binary_attributes_count() throws IOException {
        assertThat(List.of(
                        key(new RawTar().file("f", "1")),
                        key(new RawTar().file("f", "2")),
                        key(new RawTar()
                                .header('0', "f", "", 1, header -> RawTar.put(header, 100, "0000755"))
                                .data(new byte[] {'1'})),
                        key(new RawTar().device("f", 1, 3)),
                        key(new RawTar().device("f", 1, 5)),
                        key(new RawTar().device("f", 2, 3)),
                        key(new RawTar().pax("SCHILY.xattr.user.k=\uDCFF").file("f", "1")),
                        key(new RawTar().pax("SCHILY.xattr.user.k=\uDCFE").file("f", "1"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void gives_bytes_times_and_shared_files_of_entries() throws IOException {
        BuildContext context = context(
                new RawTar().pax("mtime=7.5").file("a", "1").hardLink("b", "a").file("c", "1"));

        var entries = context.tree().entries();
        assertThat(context.open(entries.get(1))).hasContent("1");
        assertThat(context.modified(entries.get(1))).contains(Instant.ofEpochSecond(7, 500_000_000));
        assertThat(context.sharedFile(entries.get(0))).isPresent().isEqualTo(context.sharedFile(entries.get(1)));
        assertThat(context.sharedFile(entries.get(2))).isEmpty();
        assertThat(context.problems()).isEmpty();
        assertThat(context.attributes(entries.get(0))).isEqualTo(Map.of());
    }

    @Test
    void selects_through_symlinks_as_any_context() throws IOException {
        BuildContext context = context(new RawTar().file("d/f", "1").symlink("l", "d"));

        Selection selection = new ContentHash(context).of(List.of(Selector.copySource("l/f")));

        assertThat(selection.problems()).isEmpty();
        assertThat(selection.covered().keySet()).containsExactly("d/f", "l");
    }

    private BuildContext context(RawTar... stack) throws IOException {
        List<Layer> opened = new ArrayList<>();
        for (RawTar tar : stack) {
            opened.add(tar.open(folder));
        }
        layers.addAll(opened);
        return RootFileSystem.of(opened).asBuildContext();
    }

    private Selection select(RawTar... stack) throws IOException {
        return new ContentHash(context(stack)).of(List.of());
    }

    private String key(RawTar... stack) throws IOException {
        return select(stack).digest();
    }

    private static String key(BuildContext context) throws IOException {
        return new ContentHash(context).of(List.of()).digest();
    }
}
