package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varve.layer.LayerEntry.Kind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerEntryTest {
    @Test
    void entries_are_equal_when_all_of_them_is() {
        LayerEntry entry = LayerEntry.file("a", 0644, 1).withAttributes(Map.of("user.k", new byte[] {1}));
        LayerEntry equal = LayerEntry.file("a", 0644, 1).withAttributes(Map.of("user.k", new byte[] {1}));

        assertThat(entry).isEqualTo(equal).hasSameHashCodeAs(equal);
        assertThat(entry)
                .isNotEqualTo(LayerEntry.file("a", 0644, 1))
                .isNotEqualTo(entry.withPath("b"))
                .isNotEqualTo(entry.withMode(0600))
                .isNotEqualTo(entry.withOwner(1, 0))
                .isNotEqualTo(entry.withOwner(0, 1))
                .isNotEqualTo(entry.withModified(Instant.ofEpochSecond(1)))
                .isNotEqualTo(entry.withAttributes(Map.of("user.k", new byte[] {2})))
                .isNotEqualTo(entry.withAttributes(Map.of("user.j", new byte[] {1})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", ".", "..", "a/../b", "../a", "./a", "a\0b"})
    void paths_are_clean(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> LayerEntry.file(path, 0644, 0));
    }

    @Test
    void the_root_is_a_folder() {
        assertThat(LayerEntry.directory("", 0755).name()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> LayerEntry.file("", 0644, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> LayerEntry.whiteout(""));
    }

    @Test
    void what_belongs_to_one_kind_is_refused_for_another() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.DIRECTORY, 0755, 0, 1, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.FILE, 0644, 0, 0, "target", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.SYMLINK, 0777, 0, 0, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.SYMLINK, 0777, 0, 0, "a\0b", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.FIFO, 0644, 0, 0, "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.BLOCK_DEVICE, 0644, 0, 0, "", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.FILE, 010000, 0, 0, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.FILE, 0644, -1, 0, "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Kind.FILE, 0644, 0, -1, "", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LayerEntry.file("a", 0644, 0).withAttributes(Map.of("user.a=b", new byte[0])));
    }

    private static LayerEntry entry(Kind kind, int mode, long uid, long size, String target, int major) {
        return new LayerEntry("p", kind, mode, uid, 0, Instant.EPOCH, size, target, major, 0, Map.of());
    }
}
