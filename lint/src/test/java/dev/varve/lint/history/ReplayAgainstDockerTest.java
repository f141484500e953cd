package dev.varve.lint.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.StepOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every commit of a past is really built, in order: each step is cached there exactly where the replay says so. */
@Tag("engine")
class ReplayAgainstDockerTest {
    private static final String DOCKERFILE = """
            FROM varve-base AS build
            RUN echo UNIQUE > /unique
            WORKDIR /app
            COPY package.json ./
            RUN cat package.json > installed
            COPY src ./src
            COPY conf/*.ini start.sh ./conf/
            RUN cat src/* > built; cat /proc/sys/kernel/random/uuid >> built
            FROM varve-base AS final
            RUN echo final UNIQUE > /unique
            COPY assets /assets
            COPY --from=build /app/built /srv/built
            RUN --mount=type=bind,source=checks,target=/checks cat /checks/* /srv/built > /checked
            COPY . /everything
            """;

    @TempDir
    Path folder;

    @Test
    void every_step_of_thirty_commits_agrees() throws Exception {
        RealBuilds docker = docker();
        try (TestRepository git = TestRepository.in(folder.resolve("git"))) {
            write(git);
            ReplayReport report = git.replay();
            assertThat(report.commits()).hasSize(30);
            List<String> differences = new ArrayList<>();
            for (int i = 0; i < report.commits().size(); i++) {
                Path context = Files.createDirectory(folder.resolve("commit" + i));
                git.checkOut(report.commits().get(i).id(), context);
                differences.addAll(compare(report, i, docker.build(context, "Dockerfile")));
            }
            assertThat(differences).isEmpty();
        }
    }

    private static RealBuilds docker() throws InterruptedException {
        RealBuilds docker = new RealBuilds();
        String whyNot = docker.whyNot();
        if (!whyNot.isEmpty()) {
            System.out.println("Not compared with a real Docker: " + whyNot);
        }
        assumeTrue(whyNot.isEmpty(), whyNot);
        return docker;
    }

    /** {@code -Dvarve.repository=GIT_FOLDER -Dvarve.dockerfile=PATH -Dvarve.commits=30}: its last commits, built cheaply. */
    @Test
    void every_step_of_a_given_repository_agrees() throws Exception {
        String given = System.getProperty("varve.repository", "");
        assumeTrue(!given.isEmpty(), "no -Dvarve.repository to compare");
        String path = System.getProperty("varve.dockerfile", "Dockerfile");
        RealBuilds docker = docker();
        try (GitRepository git = GitRepository.open(Path.of(given));
                TestRepository files = TestRepository.of(Path.of(given))) {
            Dockerfile real = Dockerfile.parse(path, git.text("HEAD", path).orElseThrow());
            String text = new CheapBuild(real, UUID.randomUUID().toString()).text();
            Optional<String> ignore = git.text("HEAD", ".dockerignore");
            CommitRange range = CommitRange.defaults().withCommits(Integer.getInteger("varve.commits", 30));
            ReplayReport report = HistoryReplay.of(git, path, text, ignore, range, ReplayOptions.defaults())
                    .report(List.of());
            List<String> differences = new ArrayList<>();
            int same = 0;
            for (int i = 0; i < report.commits().size(); i++) {
                Path context = Files.createDirectory(folder.resolve("commit" + i));
                files.checkOut(report.commits().get(i).id(), context);
                Files.writeString(context.resolve(path), text);
                if (ignore.isPresent()) {
                    Files.writeString(context.resolve(".dockerignore"), ignore.get());
                }
                List<String> found = compare(report, i, docker.build(context, path));
                differences.addAll(found);
                same += report.steps().size() - found.size();
            }
            System.out.println(given + ": " + report.commits().size() + " commits, "
                    + report.steps().size() + " steps, " + same + " outcomes agree, " + differences.size() + " do not");
            assertThat(differences).isEmpty();
        }
    }

    private static List<String> compare(ReplayReport report, int number, Map<String, Boolean> built) {
        ReplayedCommit commit = report.commits().get(number);
        List<String> differences = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < report.steps().size(); i++) {
            ReplayedStep step = report.steps().get(i);
            // the first is the stage's FROM, unless that names another stage
            int start = built.containsKey(step.stage() + " 1") ? 1 : 2;
            int place = numbers.merge(step.stage(), start, (last, first) -> last + 1);
            Boolean cached = built.get(step.stage() + " " + place);
            boolean hit = commit.outcomes().get(i) == StepOutcome.HIT;
            if (cached == null || cached != hit) {
                differences.add(commit.message() + ": " + step.instruction() + ": replayed as "
                        + commit.outcomes().get(i) + ", cached: " + cached);
            }
        }
        return differences;
    }

    private static void write(TestRepository git) {
        git.file("Dockerfile", DOCKERFILE.replace("UNIQUE", UUID.randomUUID().toString()))
                .file(".dockerignore", "docs\n*.md\n!docs/keep.md\n**/*.tmp\n.dockerignore\n")
                .file("package.json", "1")
                .file("src/a.txt", "a")
                .file("src/b.txt", "b")
                .file("conf/one.ini", "1")
                .file("conf/other.txt", "1")
                .file("start.sh", "start")
                .file("assets/logo.svg", "logo")
                .file("checks/one", "check")
                .commit("first");
        git.commit("nothing");
        git.file("README.md", "readme").commit("an ignored file");
        git.file("docs/a.txt", "docs").commit("an ignored folder");
        git.file("src/a.txt", "a changed").commit("a source");
        git.file("src/a.txt", "a").commit("the source as it was");
        git.executable("start.sh", "start").commit("a mode");
        git.file("conf/other.txt", "2 2").commit("beside the wildcard");
        git.file("conf/two.ini", "22").commit("in the wildcard");
        git.renamed("conf/two.ini", "conf/three.ini").commit("a rename");
        git.file("docs/keep.md", "kept").commit("an exception");
        git.file("docs/keep.md", "kept and changed").commit("the exception again");
        git.file("package.json", "22").commit("the manifest");
        git.file("assets/deep/er/x", "x").commit("a folder");
        git.gone("assets/deep/er/x").commit("and no folder");
        git.file("src/x.tmp", "tmp").commit("an ignored file in a folder");
        git.file("new/only.tmp", "tmp").commit("a folder with nothing in it but what is ignored");
        git.gone("new/only.tmp").commit("and gone");
        git.file("checks/one", "changed").commit("what is mounted");
        git.file("checks/two", "more").commit("more of it");
        git.gone("src/b.txt").file("src/b.txt/c.txt", "c").commit("a file becomes a folder");
        git.gone("src/b.txt/c.txt").file("src/b.txt", "b").commit("and a file again");
        git.file("package.json", "1").commit("the manifest as it was");
        git.file("docs/b.txt", "b").file("src/a.txt", "a new").commit("both kinds");
        git.file("top", "1").commit("at the top");
        git.file("top", "22").commit("again");
        git.file("assets/logo.svg", "another logo").commit("an asset");
        git.file("assets/logo.svg", "logo").commit("the asset as it was");
        git.gone("docs/keep.md").commit("no exception");
        git.commit("the last");
    }
}
