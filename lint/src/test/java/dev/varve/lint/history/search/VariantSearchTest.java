package dev.varve.lint.history.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.lint.history.HistoryReplay;
import dev.varve.lint.history.TestRepository;
import dev.varve.lint.history.cost.StepCosts;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.plan.PlanException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantSearchTest {
    @TempDir
    Path folder;

    private TestRepository git;
    private int changes;

    @BeforeEach
    void create() {
        git = TestRepository.in(folder);
        git.file(".dockerignore", "node_modules\n.*\nDockerfile\n")
                .file("package.json", "{}")
                .file("package-lock.json", "1")
                .file("src/a.js", "1");
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void what_copies_nothing_goes_in_front_of_what_changes() {
        assertThat(found("""
                        FROM node
                        WORKDIR /app
                        COPY . .
                        # a browser
                        RUN apt-get update && apt-get install -y chromium
                        RUN npm run build
                        """)).containsExactly("""
                        FROM node
                        WORKDIR /app
                        # a browser
                        RUN apt-get update && apt-get install -y chromium
                        COPY . .
                        RUN npm run build
                        """);
    }

    @Test
    void manifests_are_copied_before_the_install() {
        assertThat(found("""
                        FROM node
                        WORKDIR /app
                        COPY --chown="node:node" . .
                        RUN npm ci
                        RUN npm run build
                        """)).containsExactly("""
                        FROM node
                        WORKDIR /app
                        COPY --chown="node:node" package-lock.json package.json ./
                        RUN npm ci
                        COPY --chown="node:node" . .
                        RUN npm run build
                        """);
    }

    @Test
    void those_of_a_workspace_too() {
        git.file("package.json", "{\"workspaces\": [\"packages/*\"]}").file("packages/web/package.json", "{}");
        assertThat(found("FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci\n").get(0))
                .contains("COPY package-lock.json package.json ./\nCOPY packages/web/package.json ./packages/web/\n");
    }

    @Test
    void not_where_the_install_runs_scripts_of_the_project_or_needs_its_folders() {
        git.file("package.json", "{\"scripts\": {\"postinstall\": \"node src/a.js\"}}");
        assertThat(found("FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci\n")).isEmpty();
        git.file("package.json", "{\"dependencies\": {\"a\": \"file:src\"}}");
        assertThat(found("FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci\n")).isEmpty();
    }

    @Test
    void in_good_order_nothing_is_found() {
        assertThat(found("""
                        FROM node
                        WORKDIR /app
                        COPY package-lock.json package.json ./
                        RUN npm ci
                        COPY src ./src
                        RUN npm run build
                        """)).isEmpty();
    }

    @Test
    void what_is_hardly_read_need_not_be_sent() {
        git.file("README.md", "1").file("Dockerfile", "FROM node\nWORKDIR /app\nCOPY . .\nRUN npm test\n");
        git.commit("first");
        git.file("README.md", "2").commit("docs");
        List<Variant> variants = variants();
        assertThat(variants).extracting(Variant::rule).containsExactly("ignore-unread");
        assertThat(variants.get(0).safe()).isFalse();
        assertThat(variants.get(0).ignore()).isEqualTo(Optional.of("node_modules\n.*\nDockerfile\n**/*.md\n"));
    }

    @Test
    void code_among_documentation_is_sent() {
        git.file("docs/guide.txt", "1").file("Dockerfile", "FROM node\nWORKDIR /app\nCOPY . .\nRUN npm test\n");
        git.commit("first");
        git.file("docs/guide.txt", "2").commit("docs");
        assertThat(variants())
                .extracting(Variant::ignore)
                .containsExactly(Optional.of("node_modules\n.*\nDockerfile\ndocs\n"));
        git.file("docs/spec.go", "package docs").commit("a package");
        assertThat(variants()).isEmpty();
    }

    @Test
    void unless_the_dockerfile_names_it() {
        git.file("README.md", "1").file("Dockerfile", "FROM node\nCOPY README.md /\nCOPY . /app\nRUN npm test\n");
        git.commit("first");
        git.file("README.md", "2").commit("docs");
        assertThat(variants()).isEmpty();
    }

    @Test
    void what_a_step_needs_comes_along() {
        assertThat(found("""
                        FROM node
                        ARG APP=/opt/web
                        WORKDIR $APP
                        COPY . .

                        ENV NODE_OPTIONS="--max-old-space-size=2000"

                        RUN npm install -g pnpm
                        RUN npm run build
                        """)).containsExactly("""
                        FROM node
                        ARG APP=/opt/web
                        WORKDIR $APP
                        ENV NODE_OPTIONS="--max-old-space-size=2000"
                        RUN npm install -g pnpm
                        COPY . .

                        RUN npm run build
                        """);
    }

    @Test
    void the_manifests_of_a_folder_are_copied_before_the_install_in_it() {
        git.file("web/package.json", "{}").file("web/yarn.lock", "1").file("web/a.js", "1");
        git.file("Dockerfile", """
                        FROM node
                        COPY ./web /app

                        WORKDIR /app
                        RUN yarn install

                        RUN yarn build
                        """).commit("first");
        git.file("web/a.js", "2").commit("source");
        assertThat(variants())
                .extracting(variant -> variant.dockerfile().orElseThrow())
                .containsExactly("""
                        FROM node
                        COPY web/package.json web/yarn.lock /app/
                        WORKDIR /app
                        RUN yarn install
                        COPY ./web /app

                        RUN yarn build
                        """);
    }

    @Test
    void what_the_scripts_of_an_install_are_known_to_read_is_copied_with_the_manifests() {
        git.file(
                        "package.json",
                        "{\"scripts\": {\"postinstall\": \"npm run generate\", \"generate\": \"prisma generate\"}}")
                .file("prisma/schema.prisma", "1");
        assertThat(found("FROM node\nWORKDIR /app\nCOPY . .\nRUN npm ci\n").get(0))
                .isEqualTo("""
                        FROM node
                        WORKDIR /app
                        COPY package-lock.json package.json ./
                        COPY prisma/schema.prisma ./prisma/
                        RUN npm ci
                        COPY . .
                        """);
    }

    @Test
    void a_copy_that_such_a_script_reads_stays_in_front_of_the_install() {
        git.file("package.json", "{\"scripts\": {\"postinstall\": \"prisma generate\"}}")
                .file("prisma/schema.prisma", "1");
        assertThat(found("""
                        FROM node
                        WORKDIR /app
                        COPY src src
                        COPY prisma/schema.prisma prisma/
                        COPY package.json package-lock.json ./
                        RUN npm ci
                        """)).contains("""
                        FROM node
                        WORKDIR /app
                        COPY prisma/schema.prisma prisma/
                        COPY package.json package-lock.json ./
                        RUN npm ci
                        COPY src src
                        """);
    }

    @Test
    void a_tool_for_everybody_goes_in_front_of_an_install_that_is_to_be_looked_at() {
        git.file("Dockerfile", """
                        FROM node
                        WORKDIR /app
                        COPY src package.json ./
                        RUN npm ci && node a.js
                        COPY package-lock.json ./
                        RUN npm ci
                        RUN npm install -g turbo
                        RUN turbo build
                        """).commit("first");
        git.file("package-lock.json", "2").commit("dependencies");
        assertThat(variants()).extracting(Variant::safe).containsOnly(false);
        assertThat(variants().get(0).dockerfile().orElseThrow())
                .contains("RUN npm install -g turbo\nCOPY package-lock.json ./\nRUN npm ci\n");
    }

    @Test
    void tests_need_not_be_sent_where_none_is_run() {
        git.file("a_test.go", "1").file("e2e/a.js", "1").file("spec/b.js", "1").file("Makefile", "x: spec/b.js\n");
        git.file("Dockerfile", "FROM go\nCOPY . /app\nRUN go build\n").commit("first");
        git.file("a_test.go", "2").file("e2e/a.js", "2").file("spec/b.js", "2").commit("one");
        git.file("a_test.go", "3").file("e2e/a.js", "3").commit("two");
        assertThat(variants().get(0).ignore().orElseThrow())
                .endsWith("**/*_test.go\ne2e\n")
                .as("what a Makefile names")
                .doesNotContain("spec");
        git.file("Dockerfile", "FROM go\nCOPY . /app\nRUN go test ./... && go build\n")
                .commit("tests are run");
        assertThat(variants()).isEmpty();
    }

    @Test
    void an_install_passes_that_of_another_package_manager() {
        git.file("Gemfile", "1").file("Gemfile.lock", "1");
        git.file("Dockerfile", """
                        FROM ruby
                        WORKDIR /app
                        COPY Gemfile Gemfile.lock ./
                        RUN git init && bundle config set --local path vendor
                        RUN bundle install
                        COPY package.json package-lock.json ./
                        RUN npm ci
                        """).commit("first");
        git.file("Gemfile.lock", "2").commit("a gem");
        assertThat(variants()).extracting(Variant::safe).containsExactly(false);
        assertThat(variants().get(0).dockerfile()).contains("""
                        FROM ruby
                        WORKDIR /app
                        RUN git init && bundle config set --local path vendor
                        COPY package.json package-lock.json ./
                        RUN npm ci
                        COPY Gemfile Gemfile.lock ./
                        RUN bundle install
                        """);
    }

    @Test
    void modules_of_go_are_downloaded_in_front_of_the_sources_for_a_makefile_too() {
        git.file("go.mod", "module x").file("go.sum", "1").file("Makefile", "app:\n\tgo build -o app .\n");
        String dockerfile = """
                        FROM golang AS build
                        ADD . /src
                        WORKDIR /src
                        RUN make app
                        FROM scratch
                        COPY --from=build /src/app /app
                        """;
        assertThat(found(dockerfile)).contains("""
                        FROM golang AS build
                        COPY go.mod go.sum /src/
                        RUN cd /src && go mod download
                        ADD . /src
                        WORKDIR /src
                        RUN make app
                        FROM scratch
                        COPY --from=build /src/app /app
                        """);
        assertThat(variants()).extracting(Variant::safe).containsExactly(true);
        git.file("vendor/modules.txt", "1");
        assertThat(found(dockerfile)).noneMatch(text -> text.contains("go mod download"));
    }

    private List<String> found(String dockerfile) {
        git.file("Dockerfile", dockerfile).commit("first");
        git.file("src/a.js", "changed " + ++changes).commit("source");
        return variants().stream()
                .map(variant -> variant.dockerfile().orElseThrow())
                .toList();
    }

    private List<Variant> variants() {
        try (GitRepository repository = GitRepository.open(git.folder())) {
            ReplayOptions options =
                    ReplayOptions.defaults().withCosts(StepCosts.estimated().withoutMounts());
            return HistoryReplay.of(repository, "Dockerfile", CommitRange.defaults(), options)
                    .variants();
        } catch (HistoryException | PlanException e) {
            throw new IllegalStateException(e);
        }
    }
}
