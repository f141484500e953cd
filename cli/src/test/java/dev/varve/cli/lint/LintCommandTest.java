package dev.varve.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import dev.varve.cli.Varve;
import dev.varve.cli.console.Console;
import dev.varve.cli.console.Terminal;
import dev.varve.image.ContainerConfig;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Platform;
import dev.varve.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Terminal terminal = Terminal.NONE;

    @BeforeEach
    void without_the_configuration_of_folders_above() throws IOException {
        Files.writeString(folder.resolve(".varve.yaml"), "");
    }

    @Test
    void findings_are_told_with_their_place_and_make_the_command_fail() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\n");
        assertThat(lint("--select", "latest-tag", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(file + ":1:6 warning latest-tag (DL3007)\n 1 | FROM debian:latest\n")
                .endsWith("1 warning in 1 file\n");
    }

    @Test
    void a_clean_file_is_met_with_silence() throws IOException {
        Path file = write("Dockerfile", "FROM debian:12\n");
        assertThat(lint("--select", "DL3007", file.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_steps_that_a_finding_costs_are_told_in_short() throws IOException {
        write("package.json", "{}");
        write("app.js", "");
        String install = "RUN npm ci && echo " + "x".repeat(200) + "\n";
        Path file = write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\n" + install + "RUN true\n".repeat(12));

        lint("--select", "copy-before-install", file.toString());

        String first = "line 4: RUN npm ci && echo ";
        assertThat(out.toString())
                .contains("    " + first + "x".repeat(119 - first.length()) + "…\n", "    and 4 more\n")
                .doesNotContain("line 13");
    }

    @Test
    void only_what_reaches_the_threshold_fails() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\n");
        assertThat(lint("--select", "latest-tag", "--severity-threshold", "error", file.toString()))
                .isZero();
        assertThat(lint("--select", "latest-tag", "--severity-threshold", "warning", file.toString()))
                .isEqualTo(1);
        assertThat(lint("--select", "latest-tag", "--severity-threshold", "none", file.toString()))
                .isZero();
    }

    @Test
    void folders_are_searched_and_standard_input_is_read() throws IOException {
        write("a/Dockerfile", "FROM a:latest\n");
        write("b/web.Dockerfile", "FROM b:latest\n");
        write("b/readme", "FROM c:latest\n");
        assertThat(lint("--select", "latest-tag", "--format", "gnu", folder.toString(), "-"))
                .isEqualTo(1);
        assertThat(out.toString()
                        .lines()
                        .map(line -> line.replace(folder + "/", "").replaceFirst(" .*", "")))
                .containsExactly("a/Dockerfile:1:6:", "b/web.Dockerfile:1:6:", "<stdin>:1:6:");
    }

    @Test
    void what_is_not_there_does_not_keep_the_rest_from_being_linted() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\n");
        assertThat(lint("--select", "latest-tag", "nowhere", file.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: nowhere: there is no such file or folder\n");
        assertThat(out.toString()).contains("latest-tag");
    }

    @Test
    void a_file_that_does_not_parse_is_a_finding() throws IOException {
        Path bad = write("Dockerfile", "FROM debian:12\nCOPPY a b\n");
        assertThat(lint("--format", "gnu", bad.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(":2:1: error: ").contains("[syntax-error]");
    }

    @Test
    void json_is_one_document_with_a_summary() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\n");
        assertThat(lint("--select", "latest-tag", "--format", "json", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("{\"findings\":[{\"file\":\"" + file
                        + "\",\"line\":1,\"column\":6,\"endLine\":1,\"endColumn\":19,"
                        + "\"rule\":\"latest-tag\",\"aliases\":[\"DL3007\"],\"severity\":\"warning\",\"message\":")
                .contains("\"summary\":{\"files\":1,\"findings\":1,\"error\":0,\"warning\":1,");
    }

    @Test
    void what_runs_again_is_asked_of_the_chosen_layer_cache() throws IOException {
        write("package.json", "{}");
        write("app.js", "");
        write("index.js", "");
        write("tools/run", "");
        Path file = write("Dockerfile", "FROM node:22\nWORKDIR /app\nCOPY . .\nCOPY --link tools /tools\nRUN npm ci\n");
        assertThat(lint("--select", "copy-before-install", "--format", "json", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"RUN npm ci\"").doesNotContain("\"COPY --link tools /tools\"");
        assertThat(lint("--select", "copy-before-install", "--format", "json", "--model", "classic", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"COPY --link tools /tools\"");
    }

    @Test
    void the_store_is_asked_for_which_platforms_a_base_image_is_and_none_is_made_for_that() throws IOException {
        Path file = write("Dockerfile", "FROM --platform=linux/amd64 acme/tool:1\n");
        assertThat(lint("--select", "InvalidBaseImagePlatform", file.toString()))
                .isZero();
        assertThat(folder.resolve("store")).doesNotExist();
        try (Store store = Store.open(folder.resolve("store"))) {
            Platform arm = Platform.parse("linux/arm64");
            ImageConfig config =
                    new ImageConfig(arm, Optional.empty(), "", ContainerConfig.EMPTY, List.of(), List.of());
            store.images()
                    .tag(ImageReference.parse("acme/tool:1"), store.images().write(config, List.of()));
        }
        assertThat(lint("--select", "InvalidBaseImagePlatform", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("acme/tool:1 is an image for linux/arm64, but what is built is for linux/amd64");
    }

    @Test
    void findings_are_written_to_a_file() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\n");
        Path report = folder.resolve("report");
        assertThat(lint("--select", "latest-tag", "--format", "gnu", "--output", report.toString(), file.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(report).content().contains("[latest-tag]");
    }

    @Test
    void the_nearest_configuration_counts_and_its_mistakes_are_told_with_their_line() throws IOException {
        Path file = write("sub/Dockerfile", "FROM debian:latest\n");
        write("sub/.varve.yaml", "ignore: [latest-tag]\n");
        lint("--format", "gnu", file.toString());
        assertThat(out.toString()).doesNotContain("latest-tag");
        Path wrong = write("sub/.varve.yaml", "ignored: [latest-tag]\n");
        assertThat(lint(file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("varve: " + wrong + ":1:1: ").contains("did you mean 'ignore'?");
    }

    @Test
    void a_rule_that_there_is_not_is_refused() throws IOException {
        assertThat(lint(
                        "--select",
                        "latest-tags",
                        write("Dockerfile", "FROM a\n").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("varve: --select: there is no rule latest-tags; did you mean latest-tag?;"
                        + " varve lint --list-rules shows those there are\n");
    }

    @Test
    void a_diff_shows_what_fixing_would_change_and_changes_nothing() throws IOException {
        Path file = write("Dockerfile", "FROM debian:12\nMAINTAINER me\n");
        lint("--select", "DL4000", "--diff", "--fix-unsafe", file.toString());
        assertThat(out.toString()).contains("-MAINTAINER me\n").contains("+LABEL ");
        assertThat(file).hasContent("FROM debian:12\nMAINTAINER me\n");
    }

    @Test
    void fixing_mends_the_file_and_tells_what_is_left() throws IOException {
        Path file = write("Dockerfile", "FROM debian:latest\nMAINTAINER me\n");
        assertThat(lint("--select", "DL4000,DL3007", "--fix-unsafe", "--format", "gnu", file.toString()))
                .isEqualTo(1);
        assertThat(file).content().doesNotContain("MAINTAINER").contains("LABEL ");
        assertThat(out.toString()).contains("[latest-tag]").doesNotContain("DL4000");
        assertThat(err.toString()).isEqualTo("varve: " + file + ": mended 1\n");
    }

    @Test
    void what_is_mended_is_built_before_and_after_and_written_where_the_image_stays_the_same() throws IOException {
        write("a.txt", "hi");
        Path file = write("Dockerfile", "FROM scratch\nADD a.txt /x/\n");
        assertThat(lint("--select", "DL3020", "--fix", "--verify", file.toString()))
                .isZero();
        assertThat(file).hasContent("FROM scratch\nCOPY a.txt /x/\n");
        assertThat(err.toString()).endsWith("varve: " + file + ": mended 1; the image is the same\n");
    }

    @Test
    void what_differs_from_build_to_build_anyway_is_no_difference() throws IOException {
        Busybox.image(new Shell(folder), "base");
        Path file = write("Dockerfile", "FROM base\nRUN cat /proc/sys/kernel/random/uuid >/log\nRUN true\n");

        assertThat(lint("--select", "DL3059", "--fix-unsafe", "--verify", file.toString()))
                .isZero();

        assertThat(file).content().contains("/log \\\n && true\n");
        assertThat(err.toString())
                .contains("building as it is once more, for what differs anyway")
                .endsWith("mended 1; the image is the same\n");
    }

    @Test
    void nothing_is_written_where_the_image_would_be_another() throws IOException {
        write("a.txt", "hi");
        Path file = write("Dockerfile", "FROM scratch\nCOPY a.txt /x/\nMAINTAINER me\n");
        assertThat(lint("--select", "DL4000", "--fix-unsafe", "--verify", file.toString()))
                .isEqualTo(2);
        assertThat(file).hasContent("FROM scratch\nCOPY a.txt /x/\nMAINTAINER me\n");
        assertThat(err.toString())
                .endsWith("varve: " + file
                        + ": not changed: the image's configuration would be another: Author, Labels\n");
    }

    @Test
    void the_rules_are_listed_and_explained_by_any_of_their_names() {
        assertThat(lint("--list-rules")).isZero();
        assertThat(out.toString()).contains("latest-tag").contains("(DL3007)");
        out.getBuffer().setLength(0);
        assertThat(lint("--list-rules", "--format", "json")).isZero();
        assertThat(out.toString())
                .startsWith("{\"rules\":[{\"id\":\"")
                .contains(
                        "{\"id\":\"latest-tag\",\"aliases\":[\"DL3007\"],\"category\":\"base\",\"severity\":\"warning\"");
        out.getBuffer().setLength(0);
        assertThat(lint("--explain", "dl3007")).isZero();
        assertThat(out.toString()).startsWith("# latest-tag\n").contains("## Why");
    }

    @Test
    void the_rules_of_a_configuration_are_tested_by_their_examples() throws IOException {
        Path config = write("rules.yaml", """
                rules:
                  - id: no-telnet
                    message: telnet is not for images
                    match: {command: telnet}
                    examples:
                      bad: ["FROM a\\nRUN telnet b"]
                      good: ["FROM a\\nRUN telnet c"]
                """);
        assertThat(lint("--test-rules", "--config", config.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("rules.yaml:2:5: no-telnet finds something in the example")
                .endsWith("1 rule, 2 examples, 1 wrong\n");
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void a_long_run_says_on_a_terminal_how_far_it_is() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("many/Dockerfile." + i, "FROM debian:12\n");
        }
        String[] many = {"--select", "latest-tag", folder.resolve("many").toString()};
        assertThat(lint(many)).isZero();
        assertThat(err.toString()).isEmpty();
        terminal = new Terminal(false, false, true);
        assertThat(lint(many)).isZero();
        assertThat(err.toString()).startsWith("\rvarve: 16 of 300 files").endsWith("\r\033[K");
    }

    private int lint(String... arguments) {
        List<String> all = new ArrayList<>(List.of("lint", "--shellcheck", "off"));
        all.addAll(List.of(arguments));
        Console console = new Console(
                new ByteArrayInputStream("FROM c:latest\n".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                OutputStream.nullOutputStream(),
                terminal,
                Map.of("VARVE_HOME", folder.resolve("store").toString()));
        return Varve.run(all, console);
    }
}
