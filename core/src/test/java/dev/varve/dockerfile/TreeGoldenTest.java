package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dockerfiles with what BuildKit's own parser makes of them. */
class TreeGoldenTest {
    private static final String REFUSED = "refused\n";

    static List<String> names() {
        return Fixtures.trees();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_is_read_as_buildkit_reads_it(String name) {
        String expected = Fixtures.text("tree/" + name.replace(".Dockerfile", ".tree"));
        Dockerfile file = Dockerfile.parse(name, Fixtures.bytes("tree/" + name));

        if (expected.equals(REFUSED)) {
            assertThat(file.hasErrors()).isTrue();
        } else {
            assertThat(TreePrinter.print(file)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_prints_back_byte_for_byte(String name) {
        byte[] bytes = Fixtures.bytes("tree/" + name);
        Dockerfile file = Dockerfile.parse(name, bytes);

        assertThat(file.bytes()).isEqualTo(bytes);
        StringBuilder pieces = new StringBuilder();
        file.pieces().forEach(piece -> pieces.append(file.text(piece.range())));
        assertThat(pieces).hasToString(file.text());
    }

    @Test
    void most_of_the_files_are_accepted() {
        assertThat(names()).hasSizeGreaterThan(35);
        assertThat(names().stream()
                        .filter(name -> !Dockerfile.parse(name, Fixtures.bytes("tree/" + name))
                                .hasErrors()))
                .hasSizeGreaterThan(20);
    }
}
