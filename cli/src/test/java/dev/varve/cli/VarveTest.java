package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarveTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void twoStates() throws IOException {
        for (String state : new String[] {"before", "after"}) {
            Path context = Files.createDirectories(folder.resolve(state));
            Files.writeString(
                    context.resolve("Dockerfile"), "FROM alpine\nARG V\nCOPY . /src/\nRUN ls\nCMD [\"ls\"]\n");
            Files.writeString(context.resolve("a.js"), state);
        }
    }

    private int varve(String... arguments) {
        return Varve.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private int predict(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "predict";
        arguments[1] = "--before";
        arguments[2] = folder.resolve("before").toString();
        arguments[3] = "--after";
        arguments[4] = folder.resolve("after").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return varve(arguments);
    }

    @Test
    void predict_prints_one_line_a_step_with_the_cause() {
        assertThat(predict()).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
                HIT        1  FROM alpine
                MISS       3  COPY . /src/ : a.js changed
                MISS       4  RUN ls : line 3 runs again
                steps: 1 from the cache, 2 again
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void predict_lists_every_instruction_in_json() {
        assertThat(predict("--format", "json")).isZero();
        assertThat(out.toString())
                .isEqualTo("{\"model\":\"buildkit\",\"steps\":["
                        + "{\"stage\":\"stage-0\",\"line\":1,\"instruction\":\"FROM alpine\",\"step\":true,\"status\":\"hit\"},"
                        + "{\"stage\":\"stage-0\",\"line\":2,\"instruction\":\"ARG V\",\"step\":false,\"status\":\"hit\"},"
                        + "{\"stage\":\"stage-0\",\"line\":3,\"instruction\":\"COPY . /src/\",\"step\":true,\"status\":\"miss\","
                        + "\"cause\":{\"kind\":\"files\",\"line\":3,\"paths\":[\"a.js\"],\"text\":\"a.js changed\"}},"
                        + "{\"stage\":\"stage-0\",\"line\":4,\"instruction\":\"RUN ls\",\"step\":true,\"status\":\"miss\","
                        + "\"cause\":{\"kind\":\"step\",\"line\":3,\"paths\":[\"a.js\"],\"text\":\"line 3 runs again\"}},"
                        + "{\"stage\":\"stage-0\",\"line\":5,\"instruction\":\"CMD [\\\"ls\\\"]\",\"step\":false,\"status\":\"hit\"}"
                        + "]}\n");
    }

    @Test
    void a_build_argument_without_a_value_comes_from_the_environment() {
        assertThat(predict("--build-arg", "NO_SUCH_VARIABLE")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void arguments_that_differ_are_named_and_their_values_are_not() throws IOException {
        Files.writeString(folder.resolve("after/a.js"), "before");
        assertThat(predict("--build-arg", "V=hidden", "--before-arg", "V=secret"))
                .isZero();
        assertThat(out.toString())
                .contains("HIT        3  COPY . /src/\n", "MISS       4  RUN ls : ARG V (line 2) has another value")
                .doesNotContain("hidden", "secret");
    }

    @Test
    void a_missing_folder_is_named() {
        assertThat(varve("predict", "--before", "nowhere", "--after", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("varve: nowhere: there is no such folder\n");
    }

    @Test
    void a_broken_dockerfile_is_named_with_its_line() throws IOException {
        Files.writeString(folder.resolve("after/Dockerfile"), "FROM alpine\nRUM ls\n");
        assertThat(predict()).isEqualTo(2);
        assertThat(err.toString()).contains("after/Dockerfile:2: ", "did you mean RUN?");
    }

    @Test
    void an_unknown_target_is_refused_with_the_stages_there_are() {
        assertThat(predict("--target", "nope")).isEqualTo(2);
        assertThat(err.toString()).contains("target stage 'nope' is not in the Dockerfile");
    }

    @Test
    void parse_prints_the_tree_as_json() throws IOException {
        Path file = folder.resolve("Dockerfile");
        Files.writeString(
                file,
                "# escape=`\nARG V=1\nFROM --platform=linux/amd64 alpine:$V AS Base\nRUN --mount=type=tmpfs,target=/t a `\n # why\n b <<-\"E\"\n\tx\nE\n");
        assertThat(varve("parse", "--format", "json", file.toString())).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "{\"escape\":\"`\",\"directives\":{\"escape\":\"`\"},\"stages\":[{\"name\":\"base\",\"base\":\"alpine:$V\","
                                + "\"platform\":\"linux/amd64\",\"line\":3,\"instructions\":[{\"name\":\"RUN\",\"line\":4,\"endLine\":8,\"form\":\"shell\","
                                + "\"flags\":{\"mount\":[\"type=tmpfs,target=/t\"]},\"args\":[\"a  b <<-\\\"E\\\"\"],"
                                + "\"heredocs\":[{\"name\":\"E\",\"expand\":false,\"chomp\":true,\"content\":\"\\tx\\n\"}]}]}],"
                                + "\"globalArgs\":[{\"name\":\"ARG\",\"line\":2,\"endLine\":2,\"form\":\"none\",\"flags\":{},\"args\":[\"V=1\"],\"heredocs\":[]}],"
                                + "\"diagnostics\":[]}\n");
    }

    @Test
    void parse_goes_on_behind_a_file_with_errors_and_one_that_is_not_there() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "FROM a\nCOPPY a b\n");
        Path good = Files.writeString(folder.resolve("good"), "FROM a\n");
        assertThat(varve("parse", broken.toString(), "missing", good.toString()))
                .isEqualTo(2);
        assertThat(out.toString()).contains(good.toString(), "FROM a");
        assertThat(err.toString())
                .contains(broken + ":2:1: error: ", "did you mean COPY?")
                .contains("varve: missing: there is no such file or folder");
        assertThat(varve("parse", broken.toString())).isEqualTo(1);
    }

    @Test
    void a_mistyped_command_is_answered_with_a_suggestion() {
        assertThat(varve("prdict")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("""
                varve: unknown command: varve prdict; did you mean predict?
                'varve --help' shows what there is.
                """);
    }

    @Test
    void a_wrong_flag_of_a_command_that_looks_is_answered_with_2() {
        assertThat(predict("--bulid-arg", "A=B")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("""
                varve: unknown flag: --bulid-arg; did you mean --build-arg?
                'varve predict --help' shows what there is.
                """);
    }

    @Test
    void help_names_every_command() {
        assertThat(varve("--help")).isZero();
        assertThat(out.toString()).contains("predict", "parse", "completion");
    }

    @Test
    void completion_prints_a_script() {
        assertThat(varve("completion", "bash")).isZero();
        assertThat(out.toString()).contains("complete -F").contains("--before-arg");
    }
}
