package dev.varve.lint.history.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.lint.history.TestRepository;
import dev.varve.lint.history.replay.ReplayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingsTest {
    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder.resolve("git"));
        git.file("Dockerfile", """
                FROM node
                COPY a /a
                RUN npm ci && \\
                    npm test
                """).file("a", "1").commit("first");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void of_a_varve_build() throws Exception {
        assertThat(costs("""
                        {"image":"sha256:1","steps":[{"instruction":"COPY a /a","status":"ran","seconds":0.500},\
                        {"instruction":"RUN npm ci &&     npm test","status":"ran","seconds":12.250}]}
                        """)).containsExactly(0.5, 12.25);
    }

    @Test
    void of_buildkits_raw_progress() throws Exception {
        assertThat(costs("""
                        {"vertexes":[{"name":"[2/3] COPY a /a","started":"2026-01-01T00:00:00Z"}]}
                        {"vertexes":[{"name":"[2/3] COPY a /a","started":"2026-01-01T00:00:00Z","completed":"2026-01-01T00:00:01.5Z"}]}
                        {"vertexes":[{"name":"[3/3] RUN npm ci &&     npm test","started":"2026-01-01T00:00:02Z","completed":"2026-01-01T00:00:22Z"}]}
                        """)).containsExactly(1.5, 20.0);
    }

    @Test
    void of_buildkits_plain_log() throws Exception {
        assertThat(costs("""
                        #6 [2/3] COPY a /a
                        #6 DONE 0.2s
                        #7 [3/3] RUN npm ci &&     npm test
                        #7 4.200 added 9 packages
                        #7 DONE 31.0s
                        """)).containsExactly(0.2, 31.0);
    }

    @Test
    void a_file_that_tells_nothing_is_refused() {
        assertThatThrownBy(() -> costs("{\"vertexes\":[{}]}\n{\nhello\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tells of no step");
    }

    private List<Double> costs(String text) throws IOException {
        StepCosts costs = Timings.read(Files.writeString(folder.resolve("log"), text));
        return git.replay(ReplayOptions.defaults().withCosts(costs)).steps().stream()
                .filter(step -> step.cost().source() == Cost.Source.MEASURED)
                .map(step -> step.cost().seconds())
                .toList();
    }
}
