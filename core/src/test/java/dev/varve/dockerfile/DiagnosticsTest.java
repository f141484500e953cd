package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticsTest {
    /** A file, whether BuildKit refuses it, and what is to be said about it. */
    record Case(String text, boolean refused, List<String> messages) {
        @Override
        public String toString() {
            return text.strip();
        }
    }

    /**
     * Each case of {@code diagnostics.txt} begins with BuildKit's verdict in brackets, goes on with the file and ends with the
     * messages, in lines that start with {@code >}.
     */
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String block : Fixtures.text("diagnostics.txt").split("(?m)^(?=\\[)")) {
            StringBuilder text = new StringBuilder();
            List<String> messages = new ArrayList<>();
            block.lines().skip(1).forEach(line -> {
                if (line.startsWith("> ")) {
                    messages.add(line.substring(2));
                } else {
                    text.append(line).append('\n');
                }
            });
            cases.add(new Case(text.toString(), block.startsWith("[refused]"), messages));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_mistake_is_found_where_it_is(Case expected) {
        Dockerfile file = Dockerfile.parse("Dockerfile", expected.text());

        assertThat(file.diagnostics()).map(Diagnostic::toString).isEqualTo(expected.messages());
        assertThat(file.hasErrors()).isEqualTo(expected.refused());
    }

    @Test
    void there_are_many_cases() {
        assertThat(cases()).hasSizeGreaterThan(70);
        assertThat(cases()).filteredOn(c -> !c.refused()).hasSizeGreaterThan(5);
    }

    @Test
    void a_mistake_leaves_the_instructions_around_it_alone() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\nRNU x\nUSER\nCOPY --frm=b c d\nRUN y\n");

        assertThat(file.instructions())
                .extracting(Instruction::name, i -> i instanceof Invalid)
                .containsExactly(
                        tuple("FROM", false),
                        tuple("RNU", true),
                        tuple("USER", true),
                        tuple("COPY", true),
                        tuple("RUN", false));
        assertThat(file.stages().get(0).instructions()).hasSize(4);
        assertThat(file.instructions().get(3).syntax().args()).map(Word::text).containsExactly("c", "d");
    }

    @Test
    void a_stage_whose_from_is_broken_is_left_out() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\nRUN x\nFROM b c\nRUN y\nFROM d AS e\nRUN z\n");

        assertThat(file.stages())
                .extracting(
                        Stage::index, Stage::name, stage -> stage.from().base().text())
                .containsExactly(tuple(0, null, "a"), tuple(1, "e", "d"));
    }

    @Test
    void a_diagnostic_has_its_parts() {
        Diagnostic diagnostic = Dockerfile.parse("sub/Dockerfile", "FROM a\n  RNU x\n")
                .diagnostics()
                .get(0);

        assertThat(diagnostic.severity()).isEqualTo(Diagnostic.Severity.ERROR);
        assertThat(diagnostic.file()).isEqualTo("sub/Dockerfile");
        assertThat(diagnostic.line()).isEqualTo(2);
        assertThat(diagnostic.column()).isEqualTo(3);
        assertThat(diagnostic.position()).hasToString("2:3");
        assertThat(diagnostic.range()).isEqualTo(new SourceRange(9, 12));
        assertThat(diagnostic.message()).isEqualTo("unknown instruction \"RNU\"; did you mean RUN?");
    }

    @Test
    void what_the_user_wrote_cannot_act_on_a_terminal() {
        Dockerfile file = Dockerfile.parse("f", "FROM a\n\u001B[31mR\u202EX\u0000 x\n" + "y".repeat(100) + " z\n");

        assertThat(file.diagnostics())
                .map(Diagnostic::message)
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith("unknown instruction \"\\u001b[31mR\\u202eX\\u0000\"; expected"),
                        message -> assertThat(message)
                                .startsWith("unknown instruction \"" + "y".repeat(60) + "…\"; expected"));
    }

    @Test
    void a_line_too_long_for_buildkit_is_an_error() {
        String start = "FROM a\nRUN ";
        assertThat(Dockerfile.parse("f", start + "x".repeat(65_531) + "\n").hasErrors())
                .isFalse();
        assertThat(Dockerfile.parse("f", start + "x".repeat(65_532) + "\n").diagnostics())
                .map(Diagnostic::toString)
                .containsExactly("f:2:1: error: this line has 65536 bytes; BuildKit reads lines of up to 65535");
    }
}
