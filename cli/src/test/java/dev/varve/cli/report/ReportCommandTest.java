package dev.varve.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import dev.varve.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final String BROAD = """
            FROM node
            WORKDIR /app
            COPY . .
            RUN npm ci
            RUN npm run build
            """;
    private static final String SPLIT = """
            FROM node
            WORKDIR /app
            COPY package-lock.json package.json ./
            RUN npm ci
            COPY . .
            RUN npm run build
            """;

    @TempDir
    Path folder;

    private PastProject project;

    @BeforeEach
    void create() {
        project = PastProject.in(folder.resolve("project"));
        project.file(".dockerignore", "node_modules\n")
                .file("package.json", "{}")
                .file("package-lock.json", "1")
                .file("Dockerfile", BROAD)
                .file("src/a.js", "1")
                .commit("first");
        project.file("src/a.js", "2").commit("source");
        project.file("src/a.js", "3").commit("source again");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void it_tells_what_ran_in_vain_and_what_would_help() {
        Shell.Result result = report();
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines().get(0))
                .startsWith("Dockerfile: over 3 commits, 6 steps ran again and took about")
                .contains("2 of them ran in vain");
        assertThat(result.out())
                .contains("because of src/a.js 2×")
                .contains("Copy the manifests first, so that `RUN npm ci` need not run for every change")
                .contains("    +COPY package-lock.json package.json ./\n     RUN npm ci\n    +COPY . .\n");
    }

    @Test
    void json_follows_the_schema() throws Exception {
        Shell.Result result = report("--format", "json");
        assertThat(ReportSchema.errors(result.out())).isEmpty();
        JsonObject document = JsonObject.parse(result.out().getBytes(StandardCharsets.UTF_8));
        assertThat(document.number("commits")).isEqualTo(3);
        assertThat(document.object("totals").number("avoidable")).isEqualTo(2);
        assertThat(document.objects("suggestions").get(0).object("totals").number("rerunSteps"))
                .isEqualTo(4);
        JsonObject install = document.objects("steps").get(2);
        assertThat(install.text("instruction")).isEqualTo("RUN npm ci");
        assertThat(install.objects("blame").get(0).text("path")).isEqualTo("src/a.js");
        assertThat(install.object("seconds").text("source")).isEqualTo("estimated");
    }

    @Test
    void markdown_is_for_a_comment() {
        assertThat(report("--format", "markdown").out())
                .startsWith("### Layer cache: `Dockerfile`")
                .contains("| 4 | `RUN npm ci` | 2 (100 %) | 2 | ~40.0 s | `src/a.js` 2× |")
                .contains("<details><summary>Copy the manifests first");
    }

    @Test
    void html_is_a_page() {
        assertThat(report("--format", "html").out())
                .startsWith("<!DOCTYPE html>")
                .contains("RUN npm ci")
                .endsWith("</html>\n");
    }

    @Test
    void html_is_for_the_past_of_one_dockerfile() {
        Shell.Result result = report("--format", "html", "--compare", "HEAD~1..HEAD");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--format html shows the past of one Dockerfile");
    }

    @Test
    void it_can_be_written_to_a_file() throws Exception {
        Path file = folder.resolve("report.json");
        assertThat(report("--format", "json", "--output", file.toString()).out())
                .isEmpty();
        assertThat(ReportSchema.errors(Files.readString(file))).isEmpty();
    }

    @Test
    void a_comparison_that_comes_to_too_much_fails() {
        project.file("Dockerfile", SPLIT).commit("split");
        project.file("Dockerfile", BROAD).commit("and back");
        Shell.Result result = report("--compare", "HEAD~1..HEAD", "--fail-on", "hit-rate<-2%,seconds>1000%");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("varve: hit-rate was ")
                .contains(" points")
                .doesNotContain("seconds");
        assertThat(report("--compare", "HEAD..HEAD~1", "--fail-on", "hit-rate<-2%")
                        .code())
                .isZero();
    }

    @Test
    void several_repositories_are_one_table() throws Exception {
        Path list = Files.writeString(
                folder.resolve("list"), "# ours\n" + folder.resolve("nowhere") + "\n" + project.folder() + "\n");
        Shell.Result result = run("report", "--repos", list.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.lines()).hasSize(3);
        assertThat(result.lines().get(1))
                .startsWith(project.folder().toString())
                .endsWith("40 %");
        assertThat(result.lines().get(2)).contains("nowhere");
    }

    @Test
    void what_cannot_be_done_is_told() {
        assertThat(run("report", folder.toString()).err()).contains("is in no git repository");
        assertThat(report("-f", "Other").err()).contains("Other: there is no such Dockerfile in commit");
        assertThat(report("--since", "nowhere").err()).contains("nowhere: there is no such revision");
        assertThat(report("--fail-on", "speed>1").code()).isEqualTo(2);
        assertThat(report("--commits", "none").code()).isEqualTo(2);
        project.file("Dockerfile", "FROM\n").commit("broken");
        Shell.Result broken = report();
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("Dockerfile:1: ").doesNotContain("Exception");
    }

    private Shell.Result report(String... flags) {
        List<String> words = new ArrayList<>(List.of("report", project.folder().toString()));
        words.addAll(List.of(flags));
        return run(words.toArray(String[]::new));
    }

    private Shell.Result run(String... words) {
        return new Shell(folder).run(words);
    }
}
