package dev.varve.lint.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.history.HistoryReplay;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.TestRepository;
import dev.varve.lint.history.cost.StepCosts;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.plan.PlanException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools download and compile is kept in cache mounts, and what that would have saved is told. */
class MountMovesTest {
    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder);
        git.file(".dockerignore", "Dockerfile\n").file("src/a", "1");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void an_install_keeps_its_downloads_and_does_not_clean_them_away() {
        git.file("package.json", "{}").file("yarn.lock", "1");
        assertThat(mounted("""
                        FROM node
                        COPY package.json yarn.lock src ./
                        RUN yarn install --frozen-lockfile && \\
                            yarn cache clean
                        """)).contains("""
                        FROM node
                        COPY package.json yarn.lock src ./
                        RUN --mount=type=cache,target=/usr/local/share/.cache/yarn,sharing=locked yarn install --frozen-lockfile
                        """);
    }

    @Test
    void the_flag_that_turns_the_cache_off_goes_but_not_that_of_another_tool() {
        git.file("requirements.txt", "flask");
        assertThat(mounted("""
                        FROM python
                        COPY requirements.txt src ./
                        RUN apk add --no-cache gcc && pip install --no-cache-dir -r requirements.txt
                        """)).contains("""
                        FROM python
                        COPY requirements.txt src ./
                        RUN --mount=type=cache,target=/root/.cache/pip apk add --no-cache gcc && pip install -r requirements.txt
                        """);
    }

    @Test
    void all_runs_of_go_share_two_folders_those_of_a_makefile_too() {
        git.file("go.mod", "module x").file("go.sum", "1").file("Makefile", "app:\n\tgo build -o app .\n");
        assertThat(mounted("""
                        FROM golang:1.24 AS build
                        WORKDIR /src
                        COPY go.mod go.sum ./
                        RUN go mod download
                        COPY . .
                        RUN make app
                        FROM scratch
                        COPY --from=build /src/app /app
                        """)).contains("""
                        FROM golang:1.24 AS build
                        WORKDIR /src
                        COPY go.mod go.sum ./
                        RUN --mount=type=cache,target=/go/pkg/mod go mod download
                        COPY . .
                        RUN --mount=type=cache,target=/go/pkg/mod \\
                            --mount=type=cache,target=/root/.cache/go-build \\
                            make app
                        FROM scratch
                        COPY --from=build /src/app /app
                        """);
    }

    @Test
    void what_cargo_compiled_is_kept_where_the_program_is_taken_out_in_the_same_step() {
        git.file("Cargo.toml", "[package]");
        assertThat(mounted("""
                        FROM rust:1.90 AS build
                        WORKDIR /src
                        COPY . .
                        RUN cargo build --release && mv target/release/app /app
                        FROM debian
                        COPY --from=build /app /app
                        """).orElseThrow()).contains("--mount=type=cache,target=/src/target,sharing=locked");
        assertThat(mounted("""
                        FROM rust:1.90 AS build
                        WORKDIR /src
                        COPY . .
                        RUN cargo build --release
                        FROM debian
                        COPY --from=build /src/target/release/app /app
                        """)).isEmpty();
    }

    @Test
    void not_where_another_user_installs_or_the_cache_is_elsewhere() {
        git.file("package.json", "{}");
        assertThat(mounted("FROM node\nUSER node\nCOPY . .\nRUN npm ci\n")).isEmpty();
        assertThat(mounted("FROM node\nENV npm_config_cache=/cache\nCOPY . .\nRUN npm ci\n"))
                .isEmpty();
        assertThat(mounted("FROM node\nCOPY . .\nRUN npm ci && rm -rf /root/.npm\n"))
                .isEmpty();
        assertThat(mounted("FROM node\nCOPY . .\nRUN --mount=type=cache,target=/root/.npm npm ci\n"))
                .isEmpty();
    }

    @Test
    void nothing_is_saved_where_the_builder_loses_them() {
        git.file("package.json", "{}");
        assertThat(mounted(
                        "FROM node\nCOPY . .\nRUN npm ci\n",
                        StepCosts.estimated().withoutMounts()))
                .isEmpty();
    }

    @Test
    void what_was_measured_without_a_mount_is_scaled() {
        git.file("package.json", "{}");
        git.file("Dockerfile", "FROM node\nCOPY src ./\nRUN npm ci\n").commit("first");
        git.file("src/a", "2").commit("source");
        StepCosts costs = StepCosts.measured(Map.of("RUN npm ci", 100.0));
        String with = "FROM node\nCOPY src ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n";
        Variant variant = Variant.ofDockerfile("missing-cache-mount", "", false, with);
        ReplayReport report =
                git.replay(CommitRange.defaults(), ReplayOptions.defaults().withCosts(costs), variant);
        assertThat(report.suggestions().get(0).totals().seconds()).isBetween(40.0, 99.0);
        assertThat(report.notes()).anyMatch(note -> note.contains("--cache-mounts lost"));
    }

    private Optional<String> mounted(String dockerfile) {
        return mounted(dockerfile, StepCosts.estimated());
    }

    private Optional<String> mounted(String dockerfile, StepCosts costs) {
        git.file("Dockerfile", dockerfile).commit("first");
        git.file("src/a", "changed in " + dockerfile).commit("source");
        try (GitRepository repository = GitRepository.open(git.folder())) {
            ReplayOptions options = ReplayOptions.defaults().withCosts(costs);
            List<Variant> variants = HistoryReplay.of(repository, "Dockerfile", CommitRange.defaults(), options)
                    .variants();
            return variants.stream()
                    .filter(variant -> variant.rule().equals("missing-cache-mount"))
                    .findFirst()
                    .flatMap(Variant::dockerfile);
        } catch (HistoryException | PlanException e) {
            throw new IllegalStateException(e);
        }
    }
}
