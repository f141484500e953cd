package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text that knows where in the file it comes from. */
class MappedTextTest {
    @Test
    void a_joined_command_knows_the_place_of_each_char() {
        Dockerfile file = Dockerfile.parse("f", """
                RUN a \\
                    # inner

                  && b\\
                c
                """);
        Word command = ((Run) file.instructions().get(0)).command().get(0);
        MappedText joined = file.joined(command.range());

        assertThat(joined.text()).isEqualTo(command.text()).isEqualTo("a   && bc");
        assertThat(file.text(joined.range(0, 1))).isEqualTo("a");
        assertThat(file.text(joined.range(4, 6))).isEqualTo("&&");
        assertThat(file.text(joined.range(7, 9))).isEqualTo("b\\\nc");
        assertThat(joined.range()).isEqualTo(command.range());
    }

    @Test
    void the_escape_character_is_the_files_own() {
        Dockerfile file = Dockerfile.parse("f", "# escape=`\r\nRUN a\\ `\r\n b\\\r\n");
        Word command = ((Run) file.instructions().get(0)).command().get(0);

        assertThat(file.joined(command.range())).hasToString(command.text());
    }

    @Test
    void a_heredoc_loses_its_tabs_but_not_its_places() {
        Dockerfile file = Dockerfile.parse("f", "RUN <<-E\n\tone\n\t\ttwo\n\tE\n");
        Heredoc heredoc = file.instructions().get(0).syntax().heredocs().get(0);
        MappedText content = file.content(heredoc);

        assertThat(content.text()).isEqualTo(heredoc.text()).isEqualTo("one\ntwo\n");
        assertThat(file.text(content.range(4, 7))).isEqualTo("two");
    }

    @Test
    void a_part_keeps_its_places() {
        MappedText text = new MappedText.Builder(5)
                .append("ab", 10)
                .append("cd", 20)
                .append('e', 30)
                .endingAt(32)
                .build();

        assertThat(text.part(1, 3)).hasToString("bc");
        assertThat(text.part(1, 3).range()).isEqualTo(new SourceRange(11, 21));
        assertThat(text.part(3, 5).range()).isEqualTo(new SourceRange(21, 32));
        assertThat(text.range(2, 2)).isEqualTo(new SourceRange(12, 12));
        assertThat(new MappedText.Builder(5).build().range()).isEqualTo(new SourceRange(5, 5));
        assertThatThrownBy(() -> text.offset(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void every_word_of_every_fixture_joins_to_its_own_text() {
        for (String name : Fixtures.trees()) {
            Dockerfile file = Dockerfile.parse(name, Fixtures.bytes("tree/" + name));
            file.instructions().forEach(instruction -> checkCommand(file, instruction));
        }
    }

    @Test
    void every_command_of_random_files_joins_to_its_own_text() {
        Random random = new Random(7);
        String[] bits = {"a", " ", "\\", "\\\n", "\n", "# c\n", "\r\n", "&&", "\t", "'", "\\\\", "\\ \n"};
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("RUN ");
            for (int j = random.nextInt(20); j >= 0; j--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            Dockerfile file = Dockerfile.parse("f", text.toString());
            file.instructions().forEach(instruction -> checkCommand(file, instruction));
        }
    }

    private static void checkCommand(Dockerfile file, Instruction instruction) {
        if (instruction instanceof Run run && instruction.syntax().form() == Form.SHELL) {
            for (Word word : run.command()) {
                assertThat(file.joined(word.range()).text()).isEqualTo(word.text());
            }
        }
    }
}
