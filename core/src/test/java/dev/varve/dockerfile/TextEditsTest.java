package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TextEditsTest {
    private static final String TEXT = """
            # escape=\\
            FROM   alpine

            # the sources
            # of the app
              COPY  .   /app
            RUN npm  ci \\
                # quietly
                --silent

            CMD ["node"]   # odd
            """;

    private final Dockerfile file = Dockerfile.parse("f", TEXT);
    private final TextEdits edits = new TextEdits(file);
    private final Instruction from = file.instructions().get(0);
    private final Instruction copy = file.instructions().get(1);
    private final Instruction run = file.instructions().get(2);
    private final Instruction cmd = file.instructions().get(3);

    @Test
    void without_edits_nothing_changes() {
        assertThat(edits.apply()).isEqualTo(TEXT);
    }

    @Test
    void an_argument_is_replaced_where_it_stands() {
        edits.replace(copy.syntax().args().get(0).range(), "package.json");

        assertThat(edits.apply()).isEqualTo(TEXT.replace("COPY  .   /app", "COPY  package.json   /app"));
    }

    @Test
    void several_edits_all_refer_to_the_unchanged_file() {
        edits.replace(cmd.syntax().keyword().range(), "ENTRYPOINT")
                .insert(copy.syntax().keyword().range().end(), " --link")
                .delete(run.syntax().innerComments().get(0).range())
                .replace(from.syntax().args().get(0).range(), "node");

        assertThat(edits.apply())
                .isEqualTo(TEXT.replace("CMD", "ENTRYPOINT")
                        .replace("COPY", "COPY --link")
                        .replace("# quietly", "")
                        .replace("alpine", "node"));
        assertThat(file.text()).isEqualTo(TEXT);
    }

    @Test
    void lines_are_put_in_front_of_the_comments_of_an_instruction() {
        edits.insertBefore(copy, "# first\nWORKDIR /app");

        assertThat(edits.apply()).isEqualTo(TEXT.replace("# the sources", "# first\nWORKDIR /app\n# the sources"));
    }

    @Test
    void lines_are_put_behind_the_last_line_of_an_instruction() {
        edits.insertAfter(run, "USER node\n");

        assertThat(edits.apply()).isEqualTo(TEXT.replace("--silent\n", "--silent\nUSER node\n"));
    }

    @Test
    void what_is_inserted_at_one_place_keeps_the_order_of_the_calls() {
        edits.insertAfter(copy, "USER a")
                .insertBefore(run, "USER b")
                .insert(run.range().start(), "");

        assertThat(edits.apply()).isEqualTo(TEXT.replace("/app\n", "/app\nUSER a\nUSER b\n"));
    }

    @Test
    void an_instruction_is_deleted_with_its_comments() {
        edits.delete(copy);

        assertThat(edits.apply()).isEqualTo(TEXT.replace("# the sources\n# of the app\n  COPY  .   /app\n", ""));
    }

    @Test
    void an_instruction_moves_behind_another_with_its_comments_and_its_formatting() {
        edits.moveAfter(copy, run);

        assertThat(edits.apply()).isEqualTo("""
                # escape=\\
                FROM   alpine

                RUN npm  ci \\
                    # quietly
                    --silent
                # the sources
                # of the app
                  COPY  .   /app

                CMD ["node"]   # odd
                """);
    }

    @Test
    void an_instruction_moves_in_front_of_the_comments_of_another() {
        edits.moveBefore(run, copy);

        assertThat(edits.apply()).isEqualTo("""
                # escape=\\
                FROM   alpine

                RUN npm  ci \\
                    # quietly
                    --silent
                # the sources
                # of the app
                  COPY  .   /app

                CMD ["node"]   # odd
                """);
    }

    @Test
    void an_instruction_that_moves_to_where_it_is_stays() {
        edits.moveBefore(copy, copy).moveAfter(run, run).moveAfter(cmd, cmd);

        assertThat(edits.apply()).isEqualTo(TEXT);
    }

    @Test
    void two_instructions_can_swap() {
        edits.moveBefore(cmd, from).moveAfter(from, cmd);

        Dockerfile edited = Dockerfile.parse("f", edits.apply());
        assertThat(edited.instructions()).map(Instruction::name).containsExactly("CMD", "COPY", "RUN", "FROM");
        assertThat(edited.text()).startsWith("# escape=\\\nCMD [\"node\"]   # odd\n\n# the sources");
    }

    @Test
    void an_instruction_moves_with_its_heredocs() {
        Dockerfile heredoc = Dockerfile.parse("f", "FROM a\n# c\nCOPY <<A <<B /\na\nA\nb\nB\nRUN x\n");
        String edited = new TextEdits(heredoc)
                .moveAfter(heredoc.instructions().get(1), heredoc.instructions().get(2))
                .apply();

        assertThat(edited).isEqualTo("FROM a\nRUN x\n# c\nCOPY <<A <<B /\na\nA\nb\nB\n");
    }

    @Nested
    class LineEndings {
        @Test
        void lines_put_in_get_those_of_the_file() {
            Dockerfile crlf = Dockerfile.parse("f", "FROM a\r\n# c\r\nRUN b\r\n");
            String edited = new TextEdits(crlf)
                    .insertBefore(crlf.instructions().get(1), "USER x\nUSER y\r\nUSER z")
                    .moveBefore(crlf.instructions().get(1), crlf.instructions().get(0))
                    .apply();

            assertThat(edited).isEqualTo("# c\r\nRUN b\r\nFROM a\r\nUSER x\r\nUSER y\r\nUSER z\r\n");
        }

        @Test
        void a_last_line_without_one_stays_so() {
            Dockerfile open = Dockerfile.parse("f", "FROM a\nRUN b\nCMD c");
            Instruction first = open.instructions().get(0);
            Instruction second = open.instructions().get(1);
            Instruction last = open.instructions().get(2);

            assertThat(new TextEdits(open).apply()).isEqualTo("FROM a\nRUN b\nCMD c");
            assertThat(new TextEdits(open).insertAfter(last, "USER d").apply())
                    .isEqualTo("FROM a\nRUN b\nCMD c\nUSER d");
            assertThat(new TextEdits(open).moveBefore(last, second).apply()).isEqualTo("FROM a\nCMD c\nRUN b");
            assertThat(new TextEdits(open).moveAfter(first, last).apply()).isEqualTo("RUN b\nCMD c\nFROM a");
            assertThat(new TextEdits(open).delete(last).apply()).isEqualTo("FROM a\nRUN b");
            assertThat(new TextEdits(open).replace(last.range(), "CMD d").apply())
                    .isEqualTo("FROM a\nRUN b\nCMD d");
            assertThat(new TextEdits(open).insert(open.text().length(), "\n").apply())
                    .isEqualTo("FROM a\nRUN b\nCMD c\n");
        }

        @Test
        void a_last_line_without_one_stays_so_where_lines_end_in_crlf() {
            Dockerfile open = Dockerfile.parse("f", "FROM a\r\nRUN b");
            Instruction first = open.instructions().get(0);
            Instruction last = open.instructions().get(1);

            assertThat(new TextEdits(open).moveBefore(last, first).apply()).isEqualTo("RUN b\r\nFROM a");
            assertThat(new TextEdits(open).delete(last).apply()).isEqualTo("FROM a");
        }

        @Test
        void an_empty_file_can_be_filled() {
            assertThat(new TextEdits(Dockerfile.parse("f", ""))
                            .insert(0, "FROM a\n")
                            .apply())
                    .isEqualTo("FROM a\n");
        }
    }

    @Test
    void a_byte_order_mark_stays_in_front() {
        Dockerfile marked = Dockerfile.parse("f", "\uFEFFFROM a\nRUN b\n");
        Instruction first = marked.instructions().get(0);
        Instruction last = marked.instructions().get(1);

        assertThat(new TextEdits(marked).moveAfter(first, last).apply()).isEqualTo("\uFEFFRUN b\nFROM a\n");
        assertThat(new TextEdits(marked).insertBefore(first, "# c").apply()).isEqualTo("\uFEFF# c\nFROM a\nRUN b\n");
    }

    @Test
    void bytes_that_are_not_utf_8_survive() {
        byte[] bytes = "FROM a\nRUN \u00FF\u00C3\nCMD b\n".getBytes(StandardCharsets.ISO_8859_1);
        Dockerfile odd = Dockerfile.parse("f", bytes);
        String edited = new TextEdits(odd)
                .moveAfter(odd.instructions().get(1), odd.instructions().get(2))
                .apply();

        assertThat(Dockerfile.parse("f", edited).bytes())
                .isEqualTo("FROM a\nCMD b\nRUN \u00FF\u00C3\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Nested
    class Refused {
        @Test
        void edits_that_overlap() {
            edits.replace(copy.range(), "RUN a");

            assertRefused(() -> edits.replace(copy.syntax().args().get(0).range(), "x"));
            assertRefused(() -> edits.insert(copy.range().start() + 1, "x"));
            assertRefused(() -> edits.delete(copy));
            assertRefused(() -> edits.moveAfter(copy, run));
            assertThat(edits.apply()).isEqualTo(TEXT.replace("COPY  .   /app", "RUN a"));
        }

        @Test
        void a_deletion_of_what_was_inserted_into() {
            edits.insert(copy.range().start() + 4, " --link");

            assertRefused(() -> edits.delete(copy));
            assertThat(edits.apply()).isEqualTo(TEXT.replace("COPY", "COPY --link"));
        }

        @Test
        void edits_that_touch_do_not_overlap() {
            Word word = copy.syntax().args().get(0);
            edits.replace(word.range(), "a")
                    .insert(word.range().start(), "<")
                    .insert(word.range().end(), ">")
                    .delete(new SourceRange(word.range().end(), word.range().end() + 2));

            assertThat(edits.apply()).isEqualTo(TEXT.replace("COPY  .   /app", "COPY  <a> /app"));
        }

        @Test
        void an_instruction_of_another_file_or_inside_an_onbuild() {
            Dockerfile other = Dockerfile.parse("f", "FROM x\nONBUILD RUN y\n");
            OnBuild onBuild = (OnBuild) other.instructions().get(1);

            assertRefused(() -> edits.delete(other.instructions().get(0)));
            assertRefused(() -> edits.delete(onBuild));
            assertRefused(() -> new TextEdits(other).delete(onBuild.trigger()));
        }

        @Test
        void places_outside_of_the_file() {
            assertThatThrownBy(() -> edits.insert(TEXT.length() + 1, "x"))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> edits.insert(-1, "x")).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> edits.delete(new SourceRange(0, TEXT.length() + 1)))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }

        @Test
        void lines_behind_an_instruction_that_has_no_end() {
            for (String end : new String[] {"RUN a \\", "RUN a \\\n# c\n\n", "RUN <<A\na", "RUN <<A\na\n"}) {
                Dockerfile cut = Dockerfile.parse("f", "FROM a\n" + end);
                Instruction first = cut.instructions().get(0);
                Instruction last = cut.instructions().get(1);

                assertRefused(() -> new TextEdits(cut).insertAfter(last, "CMD x"));
                assertRefused(() -> new TextEdits(cut).moveBefore(last, first));
                assertRefused(() -> new TextEdits(cut).moveAfter(first, last));
                assertThat(new TextEdits(cut).insertBefore(last, "CMD x").apply())
                        .isEqualTo("FROM a\nCMD x\n" + end);
                assertThat(new TextEdits(cut).delete(last).apply()).startsWith("FROM a");
            }
        }

        private static void assertRefused(Runnable edit) {
            assertThatThrownBy(edit::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_hundred_thousand_edits_are_no_trouble() {
        Dockerfile large = Dockerfile.parse("f", "RUN a\n".repeat(100_000));
        TextEdits many = new TextEdits(large);
        large.instructions().forEach(i -> many.replace(i.syntax().args().get(0).range(), "bc"));

        assertThat(many.apply()).isEqualTo("RUN bc\n".repeat(100_000));
    }
}
