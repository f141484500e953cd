package dev.varve.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Shell;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictSinceTest {
    @TempDir
    Path folder;

    private PastProject project;

    @BeforeEach
    void create() {
        project = PastProject.in(folder.resolve("project"));
        project.file("Dockerfile", "FROM node\nCOPY package.json /app/\nRUN npm ci\nCOPY src /app/src\n")
                .file("package.json", "{}")
                .file("src/a.js", "1")
                .commit("first");
        project.file("src/a.js", "2").commit("source");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void two_commits_are_compared() {
        Shell.Result result = predict("--since", "HEAD~1", project.folder().toString());
        assertThat(result.out()).isEqualTo("""
                HIT        1  FROM node
                HIT        2  COPY package.json /app/
                HIT        3  RUN npm ci
                MISS       4  COPY src /app/src : src/a.js changed
                steps: 3 from the cache, 1 again
                """);
    }

    @Test
    void what_is_not_there_is_told() {
        assertThat(predict("--since", "nowhere", project.folder().toString()).err())
                .contains("nowhere: there is no such revision");
        assertThat(predict(project.folder().toString()).code()).isEqualTo(2);
    }

    private Shell.Result predict(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "predict";
        System.arraycopy(words, 0, all, 1, words.length);
        return new Shell(folder).run(all);
    }
}
