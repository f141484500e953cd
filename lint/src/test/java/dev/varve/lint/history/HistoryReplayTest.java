package dev.varve.lint.history;

import static dev.varve.lint.history.TestRepository.row;
import static dev.varve.lint.history.TestRepository.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.cost.StepCosts;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.CachePolicy;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.search.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReplayTest {
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
            COPY package.json package-lock.json ./
            RUN npm ci
            COPY . .
            RUN npm run build
            """;

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder);
        git.file("package.json", "{}").file("package-lock.json", "1").file("src/a.js", "1");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void a_step_runs_again_where_what_it_copies_changed() {
        git.file("Dockerfile", SPLIT).commit("first");
        git.file("src/a.js", "2").commit("source");
        git.file("package-lock.json", "2").commit("lock");
        git.commit("nothing");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY package.json")).isEqualTo("C.R.");
        assertThat(row(report, "RUN npm ci")).isEqualTo("C.R.");
        assertThat(row(report, "COPY . .")).isEqualTo("CRR.");
        assertThat(row(report, "RUN npm run build")).isEqualTo("CRR.");
        assertThat(row(report, "WORKDIR")).isEqualTo("C...");
    }

    @Test
    void an_install_below_all_sources_runs_in_vain() {
        git.file("Dockerfile", BROAD).commit("first");
        git.file("src/a.js", "2").commit("source");
        git.file("package-lock.json", "2").commit("lock");
        ReplayReport report = git.replay();
        assertThat(row(report, "RUN npm ci")).isEqualTo("CAR");
        assertThat(row(report, "RUN npm run build")).isEqualTo("CRR");
        assertThat(report.totals().rerunSteps()).isEqualTo(6);
        assertThat(report.totals().avoidable()).isEqualTo(1);
        assertThat(report.totals().hitRate()).isEqualTo(0.25);
    }

    @Test
    void an_install_that_runs_scripts_of_the_project_does_not() {
        git.file("Dockerfile", BROAD)
                .file("package.json", "{\"scripts\": {\"postinstall\": \"node src/a.js\"}}")
                .commit("first");
        git.file("src/a.js", "2").commit("source");
        assertThat(row(git.replay(), "RUN npm ci")).isEqualTo("CR");
    }

    @Test
    void an_earlier_state_is_still_in_the_cache() {
        git.file("Dockerfile", BROAD).commit("first");
        git.file("src/a.js", "2").commit("change");
        git.file("src/a.js", "1").commit("revert");
        assertThat(row(git.replay(), "COPY")).isEqualTo("CR.");
    }

    @Test
    void but_not_in_one_that_holds_the_commit_before_only() {
        git.file("Dockerfile", BROAD).commit("first");
        git.file("src/a.js", "2").commit("change");
        git.file("src/a.js", "1").commit("revert");
        git.commit("nothing");
        assertThat(row(git.replay(ReplayOptions.defaults().withPolicy(CachePolicy.PARENT)), "COPY"))
                .isEqualTo("CRR.");
    }

    @Test
    void what_was_not_used_for_long_is_gone() {
        git.file("Dockerfile", BROAD).commit("first");
        git.wait(3).commit("soon");
        git.wait(8).commit("late");
        CachePolicy week = CachePolicy.ALL.withTimeToLive(Duration.ofDays(7));
        ReplayReport report = git.replay(ReplayOptions.defaults().withPolicy(week));
        assertThat(row(report, "COPY")).isEqualTo("C.R");
        assertThat(step(report, "COPY").blame()).containsExactly(new Blame("(no longer in the cache)", 1));
    }

    @Test
    void paths_are_blamed_in_groups() {
        git.file("Dockerfile", BROAD).file("README.md", "1").commit("first");
        for (int i = 0; i < 12; i++) {
            git.file("src/part" + i + "/x.js", "new").commit("part " + i);
        }
        git.file("README.md", "2").commit("docs");
        assertThat(step(git.replay(), "RUN npm run build").blame())
                .containsExactly(new Blame("src/**", 12), new Blame("README.md", 1));
    }

    @Test
    void ignored_paths_do_not_count() {
        git.file("Dockerfile", BROAD)
                .file(".dockerignore", "*.md\ndocs\n!docs/keep.txt\n")
                .commit("first");
        git.file("README.md", "2").commit("ignored");
        git.file("docs/a.txt", "2").commit("ignored as well");
        git.file("docs/keep.txt", "2").commit("kept");
        assertThat(row(git.replay(), "COPY")).isEqualTo("C..R");
    }

    @Test
    void a_mode_a_rename_and_a_removal_are_changes() {
        git.file("Dockerfile", BROAD).commit("first");
        git.executable("src/a.js", "1").commit("mode");
        git.renamed("src/a.js", "src/b.js").commit("rename");
        git.gone("src/b.js").commit("removal");
        assertThat(row(git.replay(), "COPY")).isEqualTo("CRRR");
    }

    @Test
    void a_path_may_become_another_kind_of_thing() {
        git.file("Dockerfile", "FROM scratch\nCOPY thing /thing\n")
                .file("thing", "1")
                .commit("file");
        git.gone("thing").file("thing/a", "1").commit("folder");
        git.gone("thing/a").link("thing", "src").commit("link");
        git.file("src/a.js", "2").commit("behind the link");
        assertThat(row(git.replay(), "COPY")).isEqualTo("CRRR");
    }

    @Test
    void a_submodule_counts_by_its_commit() {
        git.file("Dockerfile", BROAD)
                .submodule("vendor", "0123456789012345678901234567890123456789")
                .commit("first");
        git.submodule("vendor", "1123456789012345678901234567890123456789").commit("bump");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY")).isEqualTo("CR");
        assertThat(report.notes()).anyMatch(note -> note.contains("submodule"));
    }

    @Test
    void what_is_copied_and_not_in_git_is_told() {
        git.file("Dockerfile", "FROM scratch\nCOPY dist /dist\nCOPY late /late\n")
                .commit("first");
        git.file("late", "1").commit("second");
        assertThat(git.replay().notes())
                .anyMatch(note -> note.contains("line 2 takes dist, which no commit has"))
                .anyMatch(note -> note.contains("1 commits have no late"));
    }

    @Test
    void what_another_stage_leaves_is_new_when_that_runs_again() {
        git.file("Dockerfile", """
                        FROM node AS build
                        COPY src /src
                        RUN npm run build
                        FROM nginx
                        COPY nginx.conf /etc/nginx/
                        COPY --from=build /dist /srv
                        """).file("nginx.conf", "1").commit("first");
        git.file("src/a.js", "2").commit("source");
        git.file("nginx.conf", "2").commit("configuration");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY --from")).isEqualTo("CRA");
        assertThat(step(report, "COPY --from").blame())
                .containsExactly(new Blame("nginx.conf", 1), new Blame("src/a.js", 1));
    }

    @Test
    void each_commits_own_dockerfile_can_be_taken() {
        git.file("Dockerfile", BROAD).commit("broad");
        git.file("Dockerfile", "FROM node\nOOPS\n").commit("broken");
        git.file("Dockerfile", SPLIT).commit("split");
        git.file("src/a.js", "2").commit("source");
        ReplayReport report = git.replay(ReplayOptions.defaults().asCommitted(true));
        assertThat(row(report, "RUN npm ci")).isEqualTo("C-A.");
        assertThat(row(report, "WORKDIR")).isEqualTo("C-..");
        assertThat(step(report, "RUN npm ci").blame()).containsExactly(new Blame("Dockerfile", 1));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("1 commits have no Dockerfile"));
    }

    @Test
    void the_same_history_can_be_had_with_another_dockerfile() {
        git.file("Dockerfile", BROAD).commit("first");
        git.file("src/a.js", "2").commit("source");
        ReplayReport report = git.replay(
                CommitRange.defaults(),
                ReplayOptions.defaults(),
                Variant.ofDockerfile("copy-before-install", "Copy the manifests first", true, SPLIT));
        assertThat(report.suggestions()).hasSize(1);
        assertThat(report.suggestions().get(0).totals().rerunSteps()).isEqualTo(2);
        assertThat(report.suggestions().get(0).diff()).contains("+COPY package.json package-lock.json ./");
    }

    @Test
    void times_are_measured_or_a_guess() {
        git.file("Dockerfile", BROAD).commit("first");
        StepCosts costs = StepCosts.measured(Map.of("RUN npm  ci", 12.5));
        ReplayReport report = git.replay(ReplayOptions.defaults().withCosts(costs));
        assertThat(step(report, "RUN npm ci").cost()).isEqualTo(new Cost(12.5, Cost.Source.MEASURED));
        assertThat(step(report, "RUN npm run build").cost().source()).isEqualTo(Cost.Source.ESTIMATED);
    }
}
