package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake gets one clear line and the right exit code. */
class OddInputTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void project() throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM alpine\nCOPY . /src/\n");
        Files.createDirectory(folder.resolve("sub"));
    }

    private int varve(String... arguments) {
        return Varve.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private int predict(String option, String value) {
        return varve("predict", "--before", folder.toString(), "--after", folder.toString(), option, value);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void a_folder_is_no_dockerfile() {
        assertThat(predict("-f", "sub")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: " + path("sub") + ": this is a folder\n");
    }

    @Test
    void a_folder_cannot_be_parsed() {
        assertThat(varve("parse", path("sub"))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: " + path("sub") + ": this is a folder, not a file\n");
    }

    @Test
    void a_dockerfile_that_is_not_there_is_named_where_it_was_looked_for() {
        assertThat(predict("-f", "nope")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("varve: " + path("nope") + ": there is no such Dockerfile; -f names another one\n");
    }

    @Test
    void a_folder_that_may_not_be_entered_is_not_taken_for_one_without_a_dockerfile() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(closed.resolve("Dockerfile"), "FROM alpine\n");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("root may enter every folder").isFalse();

        assertThat(varve("predict", "--before", closed.toString(), "--after", closed.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: " + closed.resolve("Dockerfile") + ": permission denied\n");
    }

    @Test
    void a_loop_of_symlinks_is_told_once() throws IOException {
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

        assertThat(varve("parse", path("loop"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("varve: " + path("loop") + ": Too many levels of symbolic links");
    }

    @Test
    void a_file_without_end_is_not_read_to_its_end() {
        assumeThat(Path.of("/dev/zero")).as("a file without end").exists();

        assertThat(varve("parse", "/dev/zero")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: /dev/zero: more than 64 MiB, which no Dockerfile has\n");
    }

    @Test
    void what_a_terminal_would_obey_is_shown_but_not_obeyed() throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM scratch\nLABEL b=\u001b[2J a=\u202e\nCOPY [ /\u001b]0;title\u0007\nRUN <<E\n\u001b[8m\nE\n");

        varve("parse", path("Dockerfile"));
        predict("-f", "Dockerfile");
        varve("build", "-q", folder.toString());

        assertThat(out.toString() + err)
                .contains("COPY [ /\ufffd]0;title\ufffd", "| \ufffd[8m", "a=\ufffd")
                .doesNotContain("\u001b[2J", "\u001b]", "\u0007", "\u001b[8m", "\u202e");
    }

    @Test
    void docker_takes_a_dockerfile_in_small_letters_too_and_its_ignore_file() throws IOException {
        for (String state : new String[] {"before", "after"}) {
            Path context = Files.createDirectory(folder.resolve(state));
            Files.writeString(context.resolve("dockerfile"), "FROM alpine\nCOPY . /src/\n");
            Files.writeString(context.resolve("dockerfile.dockerignore"), "hidden");
            Files.writeString(context.resolve("hidden"), state);
        }

        assertThat(varve("predict", "--before", path("before"), "--after", path("after")))
                .isZero();
        assertThat(out.toString()).contains("HIT        2  COPY . /src/");
    }

    @Test
    void names_of_models_and_formats_may_be_in_any_case_and_are_listed_in_small_letters() {
        assertThat(predict("--model", "BuildKit")).isZero();
        assertThat(predict("--format", "JSON")).isZero();
        assertThat(predict("--model", "kaniko")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(
                        "varve: invalid argument \"kaniko\" for \"--model\" flag: expected one of buildkit, classic");
    }

    @Test
    void an_empty_target_or_platform_is_none_as_with_docker() {
        assertThat(predict("--target", "")).isZero();
        assertThat(predict("--platform", "")).isZero();
    }

    @Test
    void a_build_context_without_a_name_is_refused() {
        assertThat(predict("--build-context", "sub")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("varve: invalid argument \"sub\" for \"--build-context\" flag: expected key=value");
    }
}
