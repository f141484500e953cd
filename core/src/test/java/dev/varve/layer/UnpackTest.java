package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stack of layers comes to is what Docker unpacks from it; what Docker refuses is refused. */
class UnpackTest {
    /** Docker fails to make the whiteout where something is already, or is led into it; the specification allows both. */
    private static final Set<String> READ_ALL_THE_SAME =
            Set.of("whiteout then implied folder", "folder then whiteout", "file then whiteout");

    @TempDir
    Path folder;

    static Stream<String> titles() {
        return Stacks.all().keySet().stream().filter(title -> !READ_ALL_THE_SAME.contains(title));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void is_as_docker_does_it(String title) throws IOException {
        assertThat(unpack(title)).isEqualTo(Stacks.unpacked().get(title));
    }

    @Test
    void a_whiteout_removes_what_is_below_and_not_what_is_in_the_same_layer() throws IOException {
        Map<String, String> docker = Stacks.unpacked();
        for (String title : READ_ALL_THE_SAME) {
            assertThat(docker.get(title)).as(title).isEqualTo(Stacks.REFUSED);
        }
        assertThat(unpack("file then whiteout")).contains("t/f FILE 644 0:0 'new'");
        assertThat(unpack("folder then whiteout")).contains("t/d/c").doesNotContain("t/d/a");
        assertThat(unpack("whiteout then implied folder")).contains("t/d/c").doesNotContain("t/d/a");
    }

    private String unpack(String title) throws IOException {
        List<Layer> layers = new ArrayList<>();
        try {
            for (RawTar tar : Objects.requireNonNull(Stacks.all().get(title))) {
                layers.add(tar.open(folder));
            }
            return Stacks.listing(RootFileSystem.of(layers));
        } catch (LayerException e) {
            return Stacks.REFUSED;
        } finally {
            for (Layer layer : layers) {
                layer.close();
            }
        }
    }
}
