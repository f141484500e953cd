package dev.varve.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import dev.varve.cli.report.PastProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code varve lint --history}. */
class LintHistoryTest {
    private static final String STRANDED = """
            FROM node
            WORKDIR /app
            COPY package.json src ./
            RUN apt-get update && apt-get install -y chromium
            """;

    @TempDir
    Path folder;

    private PastProject project;

    @BeforeEach
    void create() {
        project = PastProject.in(folder.resolve("project"));
        project.file(".varve.yaml", "")
                .file("package.json", "{}")
                .file("src/a.js", "1")
                .file("Dockerfile", STRANDED)
                .commit("first");
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void change(String path, int times) {
        for (int i = 0; i < times; i++) {
            project.file(path, "change " + i).commit("change " + i);
        }
    }

    @Test
    void what_a_finding_costs_and_its_fix_saves_is_measured() {
        change("src/a.js", 3);
        project.file("README.md", "x").commit("documented");
        assertThat(lint("stranded-step", "--history", "300", dockerfile()).out())
                .contains("  history: over 5 commits these steps ran again 6×, 3× in vain, and took about 1.3 min,"
                        + " because of src/a.js 3×; the fix would have saved about 1.3 min\n");
    }

    @Test
    void programs_get_it_as_evidence() {
        change("src/a.js", 2);
        String json = lint("stranded-step", "--history", "300", "--format", "json", dockerfile())
                .out();
        assertThat(json)
                .contains("\"history\":{\"commits\":3,\"reruns\":4,\"avoidable\":2,")
                .contains("\"paths\":[{")
                .contains("\"fix\":{\"description\":\"Move the RUN above the copy\",\"reruns\":2,");
        assertThat(lint("stranded-step", "--history", "300", "--format", "sarif", dockerfile())
                        .out())
                .contains("\"properties\":{\"evidence\":{")
                .contains("\"history\":{\"commits\":3,");
    }

    @Test
    void without_it_there_is_none() {
        change("src/a.js", 2);
        assertThat(lint("stranded-step", dockerfile()).out())
                .contains("stranded-step")
                .doesNotContain("history");
    }

    @Test
    void only_so_many_commits_are_looked_at() {
        change("src/a.js", 4);
        assertThat(lint("stranded-step", "--history", "3", dockerfile()).out()).contains("over 3 commits");
    }

    @Test
    void how_often_files_change_is_measured_rather_than_guessed_by_their_kind() {
        change("Makefile", 9);
        assertThat(lint("stranded-step", dockerfile()).out()).contains("stranded-step");
        assertThat(lint("stranded-step", "--history", "300", dockerfile()).out())
                .as("sources that never change")
                .isEmpty();
        project.file("Dockerfile", STRANDED.replace("package.json src", "package.json"));
        assertThat(lint("stranded-step", dockerfile()).out()).as("a manifest").isEmpty();
        change("package.json", 9);
        assertThat(lint("stranded-step", "--history", "300", dockerfile()).out())
                .as("a manifest that changes often")
                .contains("stranded-step", "because of package.json 9×");
    }

    @Test
    void fixing_goes_by_it_too() throws IOException {
        project.file("Dockerfile", STRANDED.replace("package.json src", "package.json"));
        change("package.json", 4);
        lint("stranded-step", "--history", "300", "--fix", dockerfile());
        assertThat(Files.readString(Path.of(dockerfile()))).endsWith("chromium\nCOPY package.json ./\n");
    }

    @Test
    void a_dockerfile_that_is_not_committed_is_measured_as_it_is() throws IOException {
        change("src/a.js", 3);
        Path fresh = Files.writeString(project.folder().resolve("Dockerfile.new"), STRANDED);
        Shell.Result result = lint("stranded-step", "--history", "300", fresh.toString());
        assertThat(result.out()).contains("ran again 6×");
        assertThat(result.err()).contains("Dockerfile.new is not committed");
    }

    @Test
    void a_file_outside_of_a_repository_is_linted_with_a_note() throws IOException {
        Path outside = Files.writeString(folder.resolve("Dockerfile"), "FROM debian:latest\n");
        Shell.Result result = lint("latest-tag", "--history", "300", outside.toString());
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("latest-tag");
        assertThat(result.err()).isEqualTo("varve: " + folder + " is in no git repository: no history\n");
    }

    @Test
    void what_cannot_be_built_and_a_repository_without_a_commit_are_told() {
        project.file("Dockerfile", "FROM $NOTHING\nRUN x\n");
        assertThat(lint("latest-tag", "--history", "300", dockerfile()).err())
                .contains("Dockerfile:1: no history, for it cannot be built: ");
        try (PastProject empty = PastProject.in(folder.resolve("empty"))) {
            empty.file("Dockerfile", "FROM debian:12\n");
            assertThat(lint("latest-tag", "--history", "300", empty.folder() + "/Dockerfile")
                            .err())
                    .contains("the repository has no commit yet");
        }
    }

    @Test
    void a_number_is_expected() {
        assertThat(lint("latest-tag", "--history", "x", dockerfile()).err()).contains("--history");
    }

    private String dockerfile() {
        return project.folder().resolve("Dockerfile").toString();
    }

    private Shell.Result lint(String rule, String... words) {
        String[] all = new String[words.length + 5];
        String[] head = {"lint", "--shellcheck", "off", "--select", rule};
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(words, 0, all, head.length, words.length);
        return new Shell(folder).run(all);
    }
}
