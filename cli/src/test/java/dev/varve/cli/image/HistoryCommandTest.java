package dev.varve.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCommandTest {
    @TempDir
    Path folder;

    private Shell shell;
    private String id;

    @BeforeEach
    void image() throws Exception {
        shell = new Shell(folder);
        id = ImageFixture.build(
                shell,
                folder,
                "FROM scratch\nCOPY small large /\nENV LONG=a-value-that-is-longer-than-what-a-column-takes\nCMD [\"run\"]\n",
                Map.of("SOURCE_DATE_EPOCH", "1700000000"),
                "web:1");
    }

    private String printed(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out().replaceAll("[0-9]+ (?:years|months) ago", "N years ago");
    }

    @Test
    void each_instruction_has_a_row_the_last_first() {
        assertThat(printed("history", "web:1")).isEqualTo("""
                        IMAGE          CREATED       CREATED BY                                      SIZE      COMMENT
                        %s   N years ago   CMD ["run"]                                     0B        buildkit.dockerfile.v0
                        <missing>      N years ago   ENV LONG=a-value-that-is-longer-than-what-a-…   0B        buildkit.dockerfile.v0
                        <missing>      N years ago   COPY small large / # buildkit                   103kB     buildkit.dockerfile.v0
                        """.formatted(id.substring(7, 19)));
        assertThat(printed("image", "history", id.substring(7, 12))).startsWith("IMAGE");
    }

    @Test
    void everything_is_shown_when_nothing_is_to_be_cut() {
        assertThat(printed("history", "--no-trunc", "web:1"))
                .contains(id, "ENV LONG=a-value-that-is-longer-than-what-a-column-takes");
    }

    @Test
    void what_a_terminal_would_obey_is_shown_but_not_obeyed() throws Exception {
        ImageFixture.build(shell, folder, "FROM scratch\nLABEL a=\u001b[2J\n", Map.of(), "hostile:1");

        assertThat(printed("history", "hostile:1"))
                .contains("LABEL a=\ufffd[2J")
                .doesNotContain("\u001b");
    }

    @Test
    void machines_get_bytes_and_exact_times() {
        assertThat(printed("history", "--human=false", "web:1"))
                .startsWith("IMAGE          CREATED AT             CREATED BY")
                .contains("2023-11-14T22:13:20Z", "   102912   ")
                .doesNotContain("kB");
        assertThat(printed("history", "-H=false", "--format", "{{.Size}} {{.CreatedAt}}", "web:1")
                        .lines())
                .contains("102912 2023-11-14T22:13:20Z");
    }

    @Test
    void ids_alone_and_templates() {
        assertThat(printed("history", "-q", "web:1")).isEqualTo(id.substring(7, 19) + "\n<missing>\n<missing>\n");
        assertThat(printed("history", "--format", "{{.CreatedBy}}|{{.Comment}}", "web:1"))
                .startsWith("CMD [\"run\"]|buildkit.dockerfile.v0\n");
        assertThat(printed("history", "--format", "json", "web:1")
                        .lines()
                        .findFirst()
                        .orElse(""))
                .matches("\\{\"ID\":\"" + id.substring(7, 19) + "\",\"CreatedSince\":.*\"Size\":\"0B\".*}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history                         | 1   | 'varve history' requires 1 argument: varve history [OPTIONS] IMAGE
            history nosuch                  | 1   | there is no image 'nosuch' here; 'varve pull nosuch' brings one, 'varve images' shows what there is
            history --platform linux/arm64 web:1 | 125 | --platform is a flag of docker that varve does not support: an image has one platform here
            history --format {{.Tag}} web:1 | 1   | --format: there is no field 'Tag'; there are Comment, CreatedAt, CreatedBy, CreatedSince, ID, Size
            """)
    void bad_input_gets_one_clear_line(String line, int code, String message) {
        Shell.Result result = shell.run(line.split(" "));
        assertThat(result.err().lines().findFirst()).contains("varve: " + message);
        assertThat(result.code()).isEqualTo(code);
    }
}
