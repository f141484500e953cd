package dev.varve.layer.waste;

import static dev.varve.layer.waste.WrittenLayers.layer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import dev.varve.layer.waste.WastedFile.Cause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WastedBytesTest {
    @TempDir
    Path folder;

    private WastedBytes wasted(String[]... layers) throws IOException {
        try (WrittenLayers written = WrittenLayers.in(folder, layers)) {
            return WastedBytes.of(written.layers());
        }
    }

    private static WastedFile hidden(String path, long bytes, Cause cause, int layer, int by) {
        return new WastedFile(path, bytes, cause, layer, by, Optional.empty());
    }

    @Test
    void an_image_in_which_everything_is_seen_once_wastes_nothing() throws IOException {
        WastedBytes wasted = wasted(layer("a=one", "d/", "d/b=three"), layer("c=four!"));
        assertThat(wasted.files()).isEmpty();
        assertThat(wasted.total()).isEqualTo(13);
        assertThat(wasted.live()).isEqualTo(13);
    }

    @Test
    void what_a_layer_above_overwrites_is_wasted() throws IOException {
        assertThat(wasted(layer("a=old"), layer("a=newer")).files())
                .containsExactly(hidden("a", 3, Cause.OVERWRITTEN, 0, 1));
    }

    @Test
    void what_a_layer_above_deletes_is_wasted_file_by_file() throws IOException {
        WastedBytes wasted = wasted(layer("d/", "d/a=12", "d/b=1234", "e=1"), layer(), layer("-d", "-e"));
        assertThat(wasted.files())
                .containsExactly(
                        hidden("d/b", 4, Cause.DELETED, 0, 2),
                        hidden("d/a", 2, Cause.DELETED, 0, 2),
                        hidden("e", 1, Cause.DELETED, 0, 2));
        assertThat(wasted.live()).isZero();
    }

    @Test
    void what_an_opaque_folder_hides_is_wasted_and_what_it_brings_is_not() throws IOException {
        assertThat(wasted(layer("d/", "d/a=12"), layer("d/", "d/b=345", "-d/*")).files())
                .containsExactly(hidden("d/a", 2, Cause.DELETED, 0, 1));
    }

    @Test
    void a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_hide_what_was_there() throws IOException {
        assertThat(wasted(layer("d/", "d/a=12", "f=123"), layer("d=4567", "f/g=56789"))
                        .files())
                .containsExactly(hidden("f", 3, Cause.OVERWRITTEN, 0, 1), hidden("d/a", 2, Cause.DELETED, 0, 1));
    }

    @Test
    void the_same_content_written_again_is_duplicated() throws IOException {
        assertThat(wasted(layer("a=same"), layer("a=same")).files())
                .containsExactly(new WastedFile("a", 4, Cause.DUPLICATED, 0, 1, Optional.of("a")));
    }

    @Test
    void the_same_content_at_another_path_is_duplicated_and_can_be_seen() throws IOException {
        WastedBytes wasted = wasted(layer("z=same"), layer("a=same", "b=same", "c=else"));
        assertThat(wasted.files())
                .containsExactly(
                        new WastedFile("a", 4, Cause.DUPLICATED, 1, 1, Optional.of("z")),
                        new WastedFile("b", 4, Cause.DUPLICATED, 1, 1, Optional.of("z")));
        assertThat(wasted.files()).noneMatch(WastedFile::isHidden);
        assertThat(wasted.live()).isEqualTo(8);
    }

    @Test
    void a_file_of_several_names_is_one_file_and_lives_while_one_of_them_is_seen() throws IOException {
        String[] linked = layer("a=123", "b->a");
        assertThat(wasted(linked).total()).isEqualTo(3);
        assertThat(wasted(linked).files()).isEmpty();
        assertThat(wasted(linked, layer("-a")).files()).isEmpty();
        assertThat(wasted(linked, layer("-a"), layer("b=4567")).files())
                .containsExactly(hidden("b", 3, Cause.OVERWRITTEN, 0, 2));
    }

    @Test
    void waste_is_told_by_the_layer_that_holds_it_and_from_the_layer_that_causes_it() throws IOException {
        WastedBytes wasted = wasted(layer("a=1", "b=22"), layer("a=333"), layer("-b"));
        assertThat(wasted.bytesIn(0)).isEqualTo(3);
        assertThat(wasted.bytesIn(1)).isZero();
        assertThat(wasted.bytesFrom(0)).isEqualTo(3);
        assertThat(wasted.bytesFrom(2)).isEqualTo(2);
        assertThat(wasted.bytes(Cause.DELETED)).isEqualTo(2);
    }

    static Stream<Object> stacks() {
        return Stream.of(
                (Object)
                        new String[][] {layer("a=1", "d/", "d/x=22", "l->a"), layer("d/y=333", "-a"), layer("-l", "d=z")
                        },
                new String[][] {layer("d/", "d/e/f=55555"), layer("d/e=1", "g=55555"), layer("d/e/f=7777777", "-g")},
                new String[][] {layer("a=1", "b->a"), layer("a=2", "c->a"), layer("-b", "-c", "d/", "-d/*")});
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void what_is_live_or_a_copy_that_can_be_seen_is_what_the_file_system_shows(String[][] layers) throws IOException {
        try (WrittenLayers written = WrittenLayers.in(folder, layers)) {
            WastedBytes wasted = WastedBytes.of(written.layers());
            long shown = RootFileSystem.of(written.layers()).below("").stream()
                    .filter(Node::isFile)
                    .collect(Collectors.toMap(
                            node -> node.sharedFile().orElse(node.path()),
                            node -> node.entry().size(),
                            (one, other) -> one))
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long copies = wasted.files().stream()
                    .filter(file -> !file.isHidden())
                    .mapToLong(WastedFile::bytes)
                    .sum();
            assertThat(wasted.live() + copies).isEqualTo(shown);
        }
    }
}
