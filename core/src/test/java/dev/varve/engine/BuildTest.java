package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.varve.engine.build.BuildListener;
import dev.varve.engine.build.StepOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that need no process: whatever COPY, ADD and WORKDIR do works on any machine and for any user. */
class BuildTest {
    @TempDir
    Path folder;

    private Path context;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        context = Files.createDirectory(folder.resolve("context"));
        engine = Engine.open(folder.resolve("store"));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private BuildTest file(String name, String content) throws IOException {
        Path file = context.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05Z")));
        return this;
    }

    private BuildResult build(String dockerfile) throws IOException, InterruptedException {
        file("Dockerfile", dockerfile);
        return engine.build(context).tag("built").run();
    }

    private static List<String> statuses(BuildResult result) {
        return result.steps().stream()
                .map(step -> step.status() + " " + step.step().text())
                .toList();
    }

    private List<List<String>> layers() throws IOException {
        List<List<String>> layers = new ArrayList<>();
        Image image = engine.image("built");
        for (int i = image.config().diffIds().size() - 1; i >= 0; i--) {
            layers.add(LayerLines.of(folder.resolve("store"), image, i));
        }
        return layers;
    }

    @Test
    void a_copy_makes_a_layer_of_the_files_and_the_folders_above_them() throws Exception {
        file("src/a.txt", "a").file("src/deep/b.txt", "b");
        build("FROM scratch\nCOPY src /opt/app/\n");
        assertThat(layers())
                .containsExactly(List.of(
                        "directory 755 0:0 opt",
                        "directory 755 0:0 opt/app",
                        "file 644 0:0 opt/app/a.txt",
                        "directory 755 0:0 opt/app/deep",
                        "file 644 0:0 opt/app/deep/b.txt"));
    }

    @Test
    void a_second_build_of_the_same_finds_everything_and_gives_the_same_image() throws Exception {
        file("a.txt", "a");
        BuildResult first = build("FROM scratch\nWORKDIR /app\nCOPY a.txt .\nENV X=1\nCMD [\"/x\"]\n");
        BuildResult second = engine.build(context).run();
        assertThat(statuses(first))
                .containsExactly(
                        "EMPTY FROM scratch",
                        "EXECUTED WORKDIR /app",
                        "EXECUTED COPY a.txt .",
                        "EMPTY ENV X=1",
                        "EMPTY CMD [\"/x\"]");
        assertThat(statuses(second))
                .containsExactly(
                        "EMPTY FROM scratch",
                        "CACHED WORKDIR /app",
                        "CACHED COPY a.txt .",
                        "EMPTY ENV X=1",
                        "EMPTY CMD [\"/x\"]");
        assertThat(second.image()).isEqualTo(first.image());
    }

    @Test
    void a_changed_file_is_named_as_the_cause() throws Exception {
        file("a.txt", "a").file("b.txt", "b");
        String dockerfile = "FROM scratch\nCOPY a.txt /\nCOPY b.txt /\n";
        build(dockerfile);
        file("b.txt", "changed");
        BuildResult second = build(dockerfile);
        assertThat(statuses(second))
                .containsExactly("EMPTY FROM scratch", "CACHED COPY a.txt /", "EXECUTED COPY b.txt /");
        StepOutcome last = second.steps().get(2);
        assertThat(last.cause()).get().satisfies(cause -> {
            assertThat(cause.paths()).containsExactly("b.txt");
            assertThat(cause.text()).isEqualTo("b.txt changed");
        });
    }

    @Test
    void a_stage_that_is_made_again_with_the_same_result_leaves_what_copies_from_it_in_the_cache() throws Exception {
        file("a.txt", "a").file("note.txt", "1");
        String dockerfile = """
                FROM scratch AS made
                COPY note.txt /
                COPY a.txt /out/
                FROM scratch
                COPY --from=made /out /out
                """;
        build(dockerfile);
        file("note.txt", "2");
        assertThat(statuses(build(dockerfile)))
                .containsExactly(
                        "EMPTY FROM scratch AS made",
                        "EXECUTED COPY note.txt /",
                        "EXECUTED COPY a.txt /out/",
                        "EMPTY FROM scratch",
                        "CACHED COPY --from=made /out /out");
    }

    @Test
    void owners_and_modes_are_as_the_flags_say() throws Exception {
        file("src/run.sh", "x")
                .file("etc/passwd", "app:x:1000:1001::/:/bin/sh\n")
                .file("etc/group", "web:x:33:\n");
        build("""
                FROM scratch
                COPY etc /etc/
                COPY --chown=app:web --chmod=750 src /srv/
                COPY --chown=7 src/run.sh /seven
                """);
        assertThat(layers().get(1)).containsExactly("directory 750 1000:33 srv", "file 750 1000:33 srv/run.sh");
        assertThat(layers().get(2)).containsExactly("file 644 7:7 seven");
    }

    @Test
    void a_destination_that_is_a_symlink_is_followed_within_the_image() throws Exception {
        file("a.txt", "a").file("tree/real/keep", "k");
        Files.createSymbolicLink(context.resolve("tree/link"), Path.of("/../../real"));
        build("FROM scratch\nCOPY tree /\nCOPY a.txt /link/\n");
        assertThat(layers().get(1)).containsExactly("directory 755 0:0 real", "file 644 0:0 real/a.txt");
    }

    @Test
    void a_file_that_is_copied_again_unchanged_makes_an_empty_layer() throws Exception {
        file("a.txt", "a");
        build("FROM scratch\nCOPY a.txt /\nCOPY a.txt /\n");
        assertThat(layers().get(1)).isEmpty();
    }

    @Test
    void excluded_files_are_left_out() throws Exception {
        file("src/a.txt", "a").file("src/a.log", "l").file("src/deep/b.log", "l");
        build("FROM scratch\nCOPY --exclude=**/*.log src /src/\n");
        assertThat(layers().get(0))
                .containsExactly("directory 755 0:0 src", "file 644 0:0 src/a.txt", "directory 755 0:0 src/deep");
    }

    @Test
    void parents_keeps_the_folders_of_the_sources() throws Exception {
        file("x/a/1.txt", "1").file("x/b/2.txt", "2").file("x/c/no", "n");
        build("FROM scratch\nCOPY --parents x/./*/*.txt /out/\n");
        assertThat(layers().get(0))
                .containsExactly(
                        "directory 755 0:0 out",
                        "directory 755 0:0 out/a",
                        "file 644 0:0 out/a/1.txt",
                        "directory 755 0:0 out/b",
                        "file 644 0:0 out/b/2.txt");
    }

    @Test
    void a_heredoc_is_a_file() throws Exception {
        build("FROM scratch\nARG WHO=world\nCOPY <<one <<'two' /d/\nhello $WHO\none\nhello $WHO\ntwo\n");
        assertThat(layers().get(0)).containsExactly("directory 755 0:0 d", "file 644 0:0 d/one", "file 644 0:0 d/two");
    }

    @Test
    void a_missing_source_is_told_with_its_line_and_what_is_like_it() throws Exception {
        file("src/app.js", "x");
        assertThatThrownBy(() -> build("FROM scratch\nCOPY src/ap.js /\n"))
                .isInstanceOf(BuildFailedException.class)
                .hasMessage(context.resolve("Dockerfile")
                        + ":2: COPY src/ap.js /: src/ap.js: not in the build context; did you mean src/app.js?");
    }

    @Test
    void a_source_that_is_ignored_is_told_as_such() throws Exception {
        file("secret.txt", "x").file(".dockerignore", "*.txt\n");
        assertThatThrownBy(() -> build("FROM scratch\nCOPY secret.txt /\n"))
                .hasMessageEndingWith(
                        "secret.txt: not in the build context; the file is there, but .dockerignore excludes it");
    }

    @Test
    void a_user_that_the_image_does_not_have_is_told() throws Exception {
        file("a.txt", "a");
        BuildFailedException failure = catchThrowableOfType(
                BuildFailedException.class, () -> build("FROM scratch\nCOPY --chown=nobody a.txt /\n"));
        assertThat(failure)
                .hasMessageEndingWith(
                        "the image has no user named 'nobody'; where nothing is below, as with --link, give numbers: --chown=UID:GID");
        assertThat(failure.line()).isEqualTo(2);
    }

    /** The layer would be taken from the cache over an image in which the name is another's. */
    @Test
    void a_linked_layer_knows_no_users() throws Exception {
        file("a.txt", "a").file("passwd", "user:x:1000:1000::/:/bin/sh\n");
        assertThatThrownBy(() -> build("FROM scratch\nCOPY passwd /etc/\nCOPY --link --chown=user a.txt /\n"))
                .hasMessageContaining("the image has no user named 'user'; where nothing is below, as with --link");
    }

    @Test
    void an_unknown_user_is_warned_of() throws Exception {
        file("a.txt", "a").file("Dockerfile", "FROM scratch\nCOPY a.txt /\nCOPY --chown=nobody:staff a.txt /b\n");
        List<String> warnings = new ArrayList<>();
        engine.build(context)
                .listener(new BuildListener() {
                    @Override
                    public void warning(String message) {
                        warnings.add(message);
                    }
                })
                .run();
        assertThat(warnings)
                .containsExactly(
                        "line 3: the image has no user named 'nobody'; root's number is taken, as Docker does",
                        "line 3: the image has no group named 'staff'; root's number is taken, as Docker does");
    }

    @Test
    void a_dockerfile_with_a_mistake_is_told_with_its_line() throws Exception {
        assertThatThrownBy(() -> build("FROM scratch\nCOPPY a /\n"))
                .isInstanceOf(BuildFailedException.class)
                .hasMessageContaining("Dockerfile:2: ");
    }

    @Test
    void an_added_archive_is_unpacked_within_its_folder() throws Exception {
        try (var out = Files.newOutputStream(context.resolve("a.tar"));
                var tar = new org.apache.commons.compress.archivers.tar.TarArchiveOutputStream(out)) {
            var entry = new org.apache.commons.compress.archivers.tar.TarArchiveEntry("../../up/file");
            entry.setSize(1);
            entry.setIds(5, 6);
            tar.putArchiveEntry(entry);
            tar.write("x".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        build("FROM scratch\nADD a.tar /in/\n");
        assertThat(layers().get(0))
                .containsExactly("directory 755 0:0 in", "directory 755 0:0 in/up", "file 644 5:6 in/up/file");
    }

    @Test
    void source_date_epoch_makes_the_image_the_same_wherever_it_is_built() throws Exception {
        file("a.txt", "a").file("Dockerfile", "FROM scratch\nWORKDIR /w\nCOPY a.txt .\n");
        BuildResult here =
                engine.build(context).arg("SOURCE_DATE_EPOCH", "1700000000").run();
        try (Engine other = Engine.open(folder.resolve("other"))) {
            BuildResult there =
                    other.build(context).arg("SOURCE_DATE_EPOCH", "1700000000").run();
            assertThat(there.image()).isEqualTo(here.image());
        }
    }

    @Test
    void a_stage_can_begin_with_a_named_context() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("base.txt"), "b");
        file("a.txt", "a").file("Dockerfile", "FROM base\nCOPY a.txt /\n");
        engine.build(context).context("base", other).tag("built").run();
        assertThat(layers()).containsExactly(List.of("file 644 0:0 base.txt"), List.of("file 644 0:0 a.txt"));
    }
}
