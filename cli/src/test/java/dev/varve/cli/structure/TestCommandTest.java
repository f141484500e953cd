package dev.varve.cli.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import dev.varve.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path good;
    private Path bad;

    @BeforeEach
    void image() throws IOException {
        shell = new Shell(folder);
        Path context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("app.js"), "console.log('<hi>');\n");
        Files.writeString(context.resolve("Dockerfile"), """
                FROM scratch
                COPY app.js /web/
                WORKDIR /web
                CMD ["node", "app.js"]
                """);
        assertThat(shell.run("build", "--quiet", "--tag", "web", context.toString())
                        .code())
                .isZero();
        good = Files.writeString(folder.resolve("good.yaml"), """
                schemaVersion: 2.0.0
                fileExistenceTests:
                - name: app
                  path: /web/app.js
                metadataTest:
                  workdir: /web
                """);
        bad = Files.writeString(folder.resolve("bad.yaml"), """
                schemaVersion: 2.0.0
                fileContentTests:
                - name: app
                  path: /web/app.js
                  expectedContents: [^alert]
                """);
    }

    @Test
    void results_are_told_file_by_file_and_summed_up() {
        Shell.Result result =
                shell.run("test", "--image", "web", "--config", good.toString(), "--config", bad.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("""

                        ==================================
                        ====== Test file: good.yaml ======
                        ==================================
                        === RUN: File Existence Test: app
                        --- PASS
                        duration: 0s
                        === RUN: Metadata Test
                        --- PASS
                        duration: 0s

                        =================================
                        ====== Test file: bad.yaml ======
                        =================================
                        === RUN: File Content Test: app
                        --- FAIL
                        duration: 0s
                        Error: expected '^alert' in /web/app.js, found 'console.log('<hi>');
                        '

                        =================================
                        ============ RESULTS ============
                        =================================
                        Passes:      2
                        Failures:    1
                        Duration:    0s
                        Total tests: 3

                        FAIL
                        """);
    }

    @Test
    void the_exit_code_is_zero_where_all_pass() {
        Shell.Result result = shell.run("test", "-i", "web", "-c", good.toString(), "--quiet");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
    }

    @Test
    void json_has_the_names_that_the_other_tool_has() throws Exception {
        Shell.Result result = shell.run("test", "-i", "web", "-c", bad.toString(), "-o", "json");

        assertThat(result.code()).isEqualTo(1);
        assertThat(JsonObject.parse(result.out().getBytes(StandardCharsets.UTF_8))
                        .members())
                .containsOnlyKeys("Pass", "Fail", "Total", "Duration", "Results");
        assertThat(result.out())
                .startsWith(
                        "{\"Pass\":0,\"Fail\":1,\"Total\":1,\"Duration\":0,\"Results\":[{\"Name\":\"File Content Test: app\","
                                + "\"Pass\":false,\"Errors\":[\"expected '^alert' in ");
    }

    @Test
    void junit_has_what_build_servers_read() {
        Shell.Result result =
                shell.run("test", "-i", "web", "-c", bad.toString(), "-o", "junit", "--junit-suite-name", "a \"b\"");

        assertThat(result.out())
                .isEqualTo(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuites failures=\"1\" tests=\"1\" time=\"0\">"
                                + "<testsuite name=\"a &#34;b&#34;\"><testcase name=\"File Content Test: app\" time=\"0\"><failure>"
                                + "expected &#39;^alert&#39; in /web/app.js, found &#39;console.log(&#39;&lt;hi&gt;&#39;);&#xA;&#39;"
                                + "</failure><system-out></system-out><system-err></system-err></testcase></testsuite></testsuites>\n");
    }

    @Test
    void a_report_is_written_into_a_file() throws IOException {
        Path report = folder.resolve("report");
        Shell.Result result = shell.run("test", "-i", "web", "-c", good.toString(), "--test-report", report.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("varve: a report is no text; it is written as JSON\n");
        assertThat(report).content().startsWith("{\"Pass\":2,\"Fail\":0,");
    }

    @Test
    void a_file_without_tests_is_no_success() throws IOException {
        Path none = Files.writeString(folder.resolve("none.yaml"), "schemaVersion: 2.0.0\n");
        Shell.Result result = shell.run("test", "-i", "web", "-c", none.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEqualTo("No tests run! Check the files.\n");
    }

    @Test
    void a_file_that_cannot_be_read_fails_and_stops_no_other() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "schemaVersion: 2.0.0\nmetadata: {}\n");
        Shell.Result result = shell.run("test", "-i", "web", "-c", broken.toString(), "-c", good.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("Error: " + broken + ":2:1: unknown key 'metadata'; ")
                .contains("Passes:      2\nFailures:    1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--config x.yaml|required flag --image is missing; it names the image to test",
                "--image web|required flag --config is missing; it names a file of tests",
                "--image web --config x.yaml --driver tar|there is no tar driver here",
                "--image web --config x.yaml --driver host|there is no host driver here",
                "--image web --config x.yaml --metadata m.json|--metadata",
                "--image other --config x.yaml|there is no image 'other' here",
            })
    void what_cannot_be_done_is_told(String arguments, String message) {
        Shell.Result result = shell.run(("test " + arguments).split(" ", -1));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0s",
        "999,999ns",
        "1500,1.5µs",
        "457180994,457.180994ms",
        "1031691280,1.03169128s",
        "60000000000,1m0s",
        "3723500000000,1h2m3.5s",
        "7200000000000,2h0m0s"
    })
    void durations_are_printed_as_go_prints_them(long nanos, String text) {
        assertThat(Elapsed.of(Duration.ofNanos(nanos))).isEqualTo(text);
    }
}
