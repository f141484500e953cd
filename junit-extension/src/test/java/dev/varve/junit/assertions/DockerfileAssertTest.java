package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;

/** The linter within a test. */
class DockerfileAssertTest {
    private static final String CAPITALS = """
            # the one stage there is
            FROM scratch AS Last
            COPY app /
            CMD ["/app"]
            """;

    @Test
    void nothing_to_find() {
        assertThat(Dockerfile.parse("Dockerfile", "FROM scratch\nCMD [\"/app\"]\n"))
                .hasNoFindings();
    }

    @Test
    void rules_are_left_out_by_name() {
        assertThat(Dockerfile.parse("Dockerfile", CAPITALS))
                .ignoring("stage-name-casing")
                .hasNoFindings();
    }

    @Test
    void a_finding_is_told_with_its_line_and_rule() {
        assertThatThrownBy(() ->
                        assertThat(Dockerfile.parse("Dockerfile", CAPITALS)).hasNoFindings())
                .hasMessageStartingWith("""
                        Dockerfile
                        expected: no findings
                        found:    line 2  stage-name-casing: """)
                .hasMessageContaining("next:     mend it, or say why not");
    }
}
