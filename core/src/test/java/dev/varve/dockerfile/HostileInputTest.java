package dev.varve.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input nobody writes by hand. Each test would run for minutes or hours if any part took quadratic time; the time limit only
 * stops it then.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {
    private static final int MANY = 100_000;
    private static final int LONG = 10_000_000;

    private static Dockerfile parsed(String text) {
        Dockerfile file = Dockerfile.parse("f", text);
        assertThat(file.text()).isEqualTo(text);
        TreeInvariants.check(file);
        return file;
    }

    private static Instruction last(Dockerfile file) {
        return file.instructions().get(file.instructions().size() - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN ",
                "RUN [\"",
                "RUN \"",
                "COPY ",
                "ENV A=\"",
                "ENV A ",
                "ARG ",
                "LABEL ",
                "EXPOSE ",
                "# ",
                "",
                "ONBUILD ",
                "ONBUILD COPY ",
                "RUN <<",
                "RUN <<\"",
                "HEALTHCHECK ",
                "COPY --",
                "COPY --from=",
                "RUN --mount=\"",
                "FROM a AS "
            })
    void a_line_of_ten_megabytes_is_read(String start) {
        for (String filling : new String[] {"x", "a b", "\\a", "$", "='", "--x=1 ", "é", "[", "<<a ", "\t"}) {
            String text = "FROM a\n" + start + filling.repeat(LONG / 25 / filling.length());
            assertThat(parsed(text).diagnostics()).isNotEmpty();
        }
        String full = "FROM a\n" + start + "x".repeat(LONG);
        assertThat(parsed(full).diagnostics())
                .map(Diagnostic::message)
                .anyMatch(m -> m.startsWith("this line has 10000"));
    }

    @Test
    void a_hundred_thousand_instructions_are_read() {
        Dockerfile file = parsed("FROM a\n" + "# c\nRUN --mount=type=cache,target=/x a <<E\nb\nE\n".repeat(MANY));

        assertThat(file.hasErrors()).isFalse();
        assertThat(file.stages().get(0).instructions()).hasSize(MANY);
        assertThat(last(file).endLine()).isEqualTo(1 + 4 * MANY);
    }

    @Test
    void a_hundred_thousand_stages_are_read() {
        assertThat(parsed("FROM a AS b\n".repeat(MANY)).stages()).hasSize(MANY);
    }

    @Test
    void a_hundred_thousand_mistakes_are_told() {
        assertThat(parsed("FROM a\n" + "RNU b\n".repeat(MANY)).diagnostics()).hasSize(MANY);
        assertThat(parsed("FROM a\nCOPY " + "--frm=x ".repeat(MANY) + "a b").diagnostics())
                .hasSize(MANY + 1);
    }

    @Test
    void a_hundred_thousand_continuation_lines_are_read() {
        Dockerfile file = parsed("FROM a\nRUN a" + " \\\n  # c\n  b".repeat(MANY));

        assertThat(file.hasErrors()).isFalse();
        assertThat(last(file).syntax().innerComments()).hasSize(MANY);
        assertThat(last(file).syntax().args().get(0).text()).hasSize(1 + 4 * MANY);
    }

    @Test
    void a_hundred_thousand_continued_arguments_are_read() {
        assertThat(last(parsed("FROM a\nCOPY" + " a \\\n".repeat(MANY) + "b"))
                        .syntax()
                        .args())
                .hasSize(MANY + 1);
        assertThat(last(parsed("FROM a\nENV" + " A=b \\\n".repeat(MANY) + "C=d"))
                        .syntax()
                        .args())
                .hasSize(3 * (MANY + 1));
        assertThat(last(parsed("FROM a\nRUN [" + "\"a\",\\\n".repeat(MANY) + "\"b\"]"))
                        .syntax()
                        .args())
                .hasSize(MANY + 1);
        assertThat(last(parsed("FROM a\nRUN" + " --mount=target=/x \\\n".repeat(MANY) + "b"))
                        .syntax()
                        .flags())
                .hasSize(MANY);
    }

    @Test
    void many_blank_lines_and_comments_are_read() {
        assertThat(parsed("\n".repeat(LONG / 10) + "FROM a").instructions()).hasSize(1);
        assertThat(parsed("#\n".repeat(LONG / 10) + "FROM a").comments()).hasSize(LONG / 10);
        assertThat(parsed("FROM a \\\n" + "\n".repeat(LONG / 10) + "AS b").instructions())
                .hasSize(1);
    }

    @Test
    void many_heredocs_on_one_line_are_read() {
        String openers = IntStream.range(0, MANY).mapToObj(i -> "<<E" + i).collect(Collectors.joining(" "));
        String bodies =
                IntStream.range(0, MANY).mapToObj(i -> "x\nE" + i + "\n").collect(Collectors.joining());

        Dockerfile file = parsed("FROM a\nCOPY " + openers + " /d\n" + bodies);
        assertThat(last(file).syntax().heredocs()).hasSize(MANY);
        assertThat(parsed("FROM a\nCOPY " + "<<E ".repeat(MANY) + " /d\n" + bodies)
                        .hasErrors())
                .isTrue();
    }

    @Test
    void nesting_can_be_deep() {
        String braces = "${a:-".repeat(MANY) + "}".repeat(MANY);
        assertThat(last(parsed("FROM a\nENV A=" + braces))
                        .syntax()
                        .args()
                        .get(1)
                        .text())
                .isEqualTo(braces);
        parsed("FROM a\nRUN <<" + braces + "\nx\n");
        parsed("FROM a\nRUN " + "[".repeat(MANY));
        parsed("FROM a\nRUN " + "[".repeat(MANY) + "]".repeat(MANY));
        parsed("FROM a\nRUN " + "{\"a\":".repeat(MANY));
        parsed("FROM a\n" + "ONBUILD ".repeat(MANY));
        parsed("FROM a\nONBUILD HEALTHCHECK " + "CMD ".repeat(MANY));
        parsed("FROM a\nRUN --mount=" + "\"\"".repeat(MANY) + " x");
    }

    @Test
    void every_byte_is_kept() {
        byte[] bytes = new byte[3 * 256 * 256];
        for (int i = 0; i < 256 * 256; i++) {
            bytes[3 * i] = (byte) (i >> 8);
            bytes[3 * i + 1] = (byte) i;
            bytes[3 * i + 2] = 'x';
        }
        Dockerfile file = Dockerfile.parse("f", bytes);

        TreeInvariants.check(file);
        assertThat(file.bytes()).isEqualTo(bytes);
    }

    @Test
    void a_byte_that_is_not_utf_8_is_a_lone_surrogate() {
        byte[] bytes = "FROM a\nRUN \u00E9\u00C3\u00A9\u00F4\n".getBytes(StandardCharsets.ISO_8859_1);
        Dockerfile file = Dockerfile.parse("f", bytes);

        assertThat(file.text()).isEqualTo("FROM a\nRUN \uDCE9\u00E9\uDCF4\n");
        assertThat(file.bytes()).isEqualTo(bytes);
    }

    @Test
    void nul_bytes_are_chars_like_others() {
        Dockerfile file = parsed("FROM a\0b\n\0RUN x\nRUN \0\n");

        assertThat(file.stages().get(0).from().base().text()).isEqualTo("a\0b");
        assertThat(file.instructions()).map(Instruction::name).containsExactly("FROM", "\0RUN", "RUN");
        assertThat(parsed("\0".repeat(MANY)).hasErrors()).isTrue();
    }

    @Test
    void a_file_without_anything_to_build_has_an_error() {
        for (String text :
                new String[] {"", "\n", "\r\n\r\n", " ", "\uFEFF", "# escape=`", "\r", "\\", "\\\n", "`\n"}) {
            assertThat(parsed(text).hasErrors()).as(text).isTrue();
        }
    }

    @Test
    void a_file_is_read_up_to_64_mebibytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Dockerfile");
        Files.writeString(file, "FROM a\n");
        assertThat(Dockerfile.parse(file).file()).isEqualTo(file.toString());

        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((1L << 26) + 1);
        }
        assertThatThrownBy(() -> Dockerfile.parse(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("more than 64 MiB");
        assertThatThrownBy(() -> Dockerfile.parse(folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Dockerfile.parse(folder.resolve("none"))).isInstanceOf(IOException.class);
    }
}
