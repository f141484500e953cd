package dev.varve.lint.history.replay;

import static dev.varve.lint.history.TestRepository.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is copied out of a stage that runs again is found in the cache where its content cannot have changed. */
class LeftContentsTest {
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
    void what_later_steps_do_not_write_to() {
        dockerfile("""
                FROM node AS build
                WORKDIR /app
                COPY package.json package-lock.json ./
                RUN npm ci
                COPY . /sources
                RUN rm -rf /sources/docs
                FROM node
                COPY --from=build /app/node_modules /srv/node_modules
                RUN --mount=type=bind,from=build,source=/app/node_modules,target=/m ls /m
                """);
        git.file("src/a.js", "2").commit("source");
        git.file("package-lock.json", "2").commit("lock");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY . /sources")).isEqualTo("CRR");
        assertThat(row(report, "COPY --from=build")).isEqualTo("C.R");
        assertThat(row(report, "RUN --mount")).isEqualTo("C.R");
    }

    @Test
    void but_not_what_a_step_may_have_written_to() {
        dockerfile("""
                FROM node AS build
                WORKDIR /app
                COPY package.json package-lock.json ./
                RUN npm ci
                COPY . .
                RUN npm run build
                FROM node
                COPY --from=build /app/node_modules /srv/node_modules
                """);
        git.file("src/a.js", "2").commit("source");
        assertThat(row(git.replay(), "COPY --from=build")).isEqualTo("CR");
    }

    @Test
    void a_file_that_came_from_the_context_is_what_it_is_there() {
        dockerfile("""
                FROM node AS build
                WORKDIR /app
                COPY . .
                RUN npm install -g tool
                FROM node
                COPY --from=build /app/package.json ./
                COPY --from=build /app/src ./src
                """);
        git.file("README.md", "1").commit("docs");
        git.file("src/a.js", "2").commit("source");
        git.file("package.json", "{ }").commit("manifest");
        ReplayReport report = git.replay();
        assertThat(row(report, "COPY --from=build /app/package.json")).isEqualTo("C..R");
        assertThat(row(report, "COPY --from=build /app/src")).isEqualTo("C.RA");
    }

    @Test
    void but_new_where_programs_may_be_installed_beside_it() {
        dockerfile("""
                FROM node AS build
                ENV NPM_CONFIG_PREFIX=/app
                WORKDIR /app
                COPY . .
                RUN npm install -g tool
                FROM node
                COPY --from=build /app/src ./src
                """);
        git.file("README.md", "1").commit("docs");
        assertThat(row(git.replay(), "COPY --from=build")).isEqualTo("CR");
    }

    @Test
    void a_recipe_for_cargo_depends_on_manifests_and_on_which_targets_there_are() {
        git.file("Cargo.toml", "[package]").file("Cargo.lock", "1").file("src/main.rs", "1");
        dockerfile("""
                FROM rust AS plan
                WORKDIR /src
                COPY . .
                RUN cargo chef prepare --recipe-path recipe.json
                FROM rust
                COPY --from=plan /src/recipe.json recipe.json
                RUN cargo chef cook --recipe-path recipe.json
                """);
        git.file("src/main.rs", "2").commit("source");
        git.file("src/other.rs", "2").commit("a module");
        git.file("src/bin/tool.rs", "2").commit("a program");
        git.file("Cargo.lock", "2").commit("a dependency");
        ReplayReport report = git.replay();
        assertThat(row(report, "RUN cargo chef prepare")).isEqualTo("CRRRR");
        assertThat(row(report, "RUN cargo chef cook")).isEqualTo("C..RR");
    }

    @Test
    void a_pruned_repository_has_manifests_and_packages() {
        git.file("packages/ui/package.json", "{}")
                .file("packages/ui/index.js", "1")
                .file("turbo.json", "{}");
        dockerfile("""
                FROM node AS prune
                WORKDIR /app
                COPY . .
                RUN turbo prune web --docker
                FROM node
                COPY --from=prune /app/out/json/ .
                RUN npm ci
                COPY --from=prune /app/out/full/packages/ui ./ui
                COPY --from=prune /app/out/full/ .
                """);
        git.file("src/a.js", "2").commit("source");
        git.file("packages/ui/index.js", "2").commit("a package");
        git.file("packages/ui/package.json", "{ }").commit("a manifest");
        ReplayReport report = git.replay();
        assertThat(row(report, "RUN npm ci")).isEqualTo("C..R");
        assertThat(row(report, "COPY --from=prune /app/out/full/packages/ui")).isEqualTo("C.RR");
        assertThat(row(report, "COPY --from=prune /app/out/full/ .")).isEqualTo("C.RR");
    }

    @Test
    void not_where_the_program_works_on_what_another_step_made() {
        git.file("Cargo.toml", "[package]").file("src/main.rs", "1");
        dockerfile("""
                FROM rust AS plan
                WORKDIR /src
                COPY . .
                RUN ./configure
                RUN cargo chef prepare
                FROM rust
                COPY --from=plan /src/recipe.json recipe.json
                """);
        git.file("src/main.rs", "2").commit("source");
        assertThat(row(git.replay(), "COPY --from=plan")).isEqualTo("CR");
    }

    private void dockerfile(String text) {
        git.file("Dockerfile", text).file(".dockerignore", "Dockerfile\n").commit("first");
    }
}
