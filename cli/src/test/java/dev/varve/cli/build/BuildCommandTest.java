package dev.varve.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import dev.varve.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCommandTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path context;

    @BeforeEach
    void context() throws Exception {
        shell = new Shell(folder);
        context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("a"), "a");
        dockerfile("FROM scratch\nLABEL l=1\nCOPY a /\nWORKDIR /w\n");
    }

    private void dockerfile(String text) throws Exception {
        Files.writeString(context.resolve("Dockerfile"), text);
    }

    private Shell.Result build(String... flags) {
        String[] arguments = new String[flags.length + 2];
        arguments[0] = "build";
        System.arraycopy(flags, 0, arguments, 1, flags.length);
        arguments[flags.length + 1] = context.toString();
        return shell.run(arguments);
    }

    private static String timeless(String progress) {
        return progress.replaceAll("DONE [0-9.]+s", "DONE").replaceAll("sha256:[0-9a-f]{64}", "ID");
    }

    @Test
    void what_is_done_is_told_line_by_line_where_there_is_no_terminal() {
        Shell.Result result = build("-t", "web:1", "--tag", "web");
        assertThat(timeless(result.err())).isEqualTo("""
                #1 [1/2] COPY a /
                #1 DONE

                #2 [2/2] WORKDIR /w
                #2 DONE

                #3 exporting to image
                #3 writing image ID done
                #3 naming to docker.io/library/web:1 done
                #3 naming to docker.io/library/web:latest done
                #3 DONE
                """);
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(shell.run("images", "--format", "{{.Repository}}:{{.Tag}}").lines())
                .containsExactly("web:1", "web:latest");
    }

    @Test
    void a_second_build_takes_everything_from_the_cache() {
        build();
        assertThat(timeless(build().err())).startsWith("""
                #1 [1/2] COPY a /
                #1 CACHED

                #2 [2/2] WORKDIR /w
                #2 CACHED
                """);
        assertThat(build("--no-cache").err()).doesNotContain("CACHED");
    }

    @Test
    void json_ends_the_output_with_the_image_and_what_became_of_each_instruction() throws Exception {
        Shell.Result first = build("-t", "web", "--format", "json");
        JsonObject json = JsonObject.parse(first.out().getBytes(StandardCharsets.UTF_8));
        assertThat(first.out().lines()).hasSize(1);
        assertThat(json.text("image")).matches("sha256:[0-9a-f]{64}");
        assertThat(json.texts("tags")).containsExactly("web:latest");
        List<JsonObject> steps = json.objects("steps");
        assertThat(steps)
                .extracting(step -> step.text("stage") + " " + step.number("line") + " " + step.text("instruction")
                        + ": " + step.text("status"))
                .containsExactly(
                        "stage-0 1 FROM scratch: empty",
                        "stage-0 2 LABEL l=1: empty",
                        "stage-0 3 COPY a /: executed",
                        "stage-0 4 WORKDIR /w: executed");
        assertThat(steps.get(2).text("layer")).startsWith("sha256:");
        assertThat(steps.get(2).number("size")).isPositive();
        assertThat(steps.get(2).members()).containsKey("cause").containsKey("seconds");

        Files.writeString(context.resolve("a"), "b");
        JsonObject second = JsonObject.parse(build("--format", "json").out().getBytes(StandardCharsets.UTF_8));
        JsonObject cause = second.objects("steps").get(2).object("cause");
        assertThat(cause.text("kind")).isEqualTo("files");
        assertThat(cause.texts("paths")).containsExactly("a");
        assertThat(cause.text("text")).isEqualTo("a changed");
    }

    @Test
    void quiet_prints_the_id_alone() {
        Shell.Result result = build("-q");
        assertThat(result.out()).matches("sha256:[0-9a-f]{64}\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void events_come_as_docker_prints_them_raw() throws Exception {
        List<String> lines = build("--progress", "rawjson").err().lines().toList();
        JsonObject started = JsonObject.parse(lines.get(0).getBytes(StandardCharsets.UTF_8));
        JsonObject ended = JsonObject.parse(lines.get(1).getBytes(StandardCharsets.UTF_8));
        assertThat(started.objects("vertexes").get(0).text("name")).isEqualTo("[1/2] COPY a /");
        assertThat(ended.objects("vertexes").get(0).text("digest"))
                .isEqualTo(started.objects("vertexes").get(0).text("digest"));
        assertThat(ended.objects("vertexes").get(0).text("completed")).endsWith("Z");
    }

    @Test
    void arguments_labels_and_target_are_handed_on() throws Exception {
        dockerfile("FROM scratch AS one\nARG A\nARG B\nLABEL got=$A-$B\nFROM scratch\nLABEL two=2\n");
        shell.with("B", "from-outside");
        build("-t", "x", "--target", "one", "--build-arg", "A=1", "--build-arg", "B", "--label", "more=m=n");
        assertThat(shell.run("inspect", "--format", "{{json .Config.Labels}}", "x")
                        .out())
                .isEqualTo("{\"got\":\"1-from-outside\",\"more\":\"m=n\"}\n");
    }

    @Test
    void a_dockerfile_comes_from_elsewhere_or_from_standard_input() throws Exception {
        Path other = Files.writeString(folder.resolve("Other"), "FROM scratch\nLABEL other=yes\n");
        assertThat(build("-f", other.toString(), "-t", "other").code()).isZero();
        assertThat(shell.run("inspect", "-f", "{{.Config.Labels}}", "other").out())
                .isEqualTo("map[other:yes]\n");

        shell.input("FROM scratch\nCOPY a /\nLABEL piped=yes\n".getBytes(StandardCharsets.UTF_8));
        assertThat(build("-f", "-", "-t", "piped").code()).isZero();
        assertThat(shell.run("build", "-t", "lonely", "-").err()).contains("varve: <stdin>:2: COPY a /: ");
    }

    @Test
    void further_contexts_are_folders() throws Exception {
        Path more = Files.createDirectory(folder.resolve("more"));
        Files.writeString(more.resolve("b"), "b");
        dockerfile("FROM scratch\nCOPY --from=more b /\n");
        assertThat(build("--build-context", "more=" + more).code()).isZero();
    }

    @Test
    void the_id_and_what_else_is_known_go_into_files() throws Exception {
        Path id = Files.writeString(folder.resolve("id"), "stale");
        Path metadata = folder.resolve("metadata");
        assertThat(build("-t", "web", "--iidfile", id.toString(), "--metadata-file", metadata.toString())
                        .code())
                .isZero();
        assertThat(id).content().matches("sha256:[0-9a-f]{64}");
        assertThat(metadata)
                .content()
                .contains(
                        "\"containerimage.config.digest\": \"" + Files.readString(id) + "\"",
                        "\"image.name\": \"docker.io/library/web:latest\"");
        dockerfile("FROM scratch\nCOPY nope /\n");
        assertThat(build("--iidfile", id.toString()).code()).isEqualTo(1);
        assertThat(id).doesNotExist();
    }

    @Test
    void files_alone_come_out_into_a_folder_or_as_an_archive() throws Exception {
        Path out = folder.resolve("out");
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("a"), Path.of("/etc/hostname"));
        assertThat(build("-o", out.toString()).code()).isZero();
        assertThat(out.resolve("a")).isRegularFile().hasContent("a");
        assertThat(Files.isSymbolicLink(out.resolve("a"))).isFalse();
        assertThat(out.resolve("w")).isDirectory();

        Path archive = folder.resolve("files.tar");
        build("--output", "type=tar,dest=" + archive);
        assertThat(build("-o", "-").raw().toByteArray()).isEqualTo(Files.readAllBytes(archive));
    }

    @ParameterizedTest
    @CsvSource({"docker, manifest.json", "oci, index.json"})
    void images_come_out_as_archives(String type, String holds) throws Exception {
        Path archive = folder.resolve("image.tar");
        assertThat(build("-t", "web:7", "--output", "type=" + type + ",dest=" + archive)
                        .code())
                .isZero();
        assertThat(Files.readString(archive, StandardCharsets.ISO_8859_1)).contains(holds);
        shell.run("rmi", "web:7");
        assertThat(shell.run("load", "-i", archive.toString()).out()).isEqualTo("Loaded image: web:7\n");
    }

    @Test
    void a_failed_instruction_is_shown_in_its_place() throws Exception {
        dockerfile("FROM scratch\nLABEL a=b\nCOPY nope /\nLABEL c=d\nLABEL e=f\n");
        Shell.Result result = build();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains("#1 [1/1] COPY nope /\n#1 ERROR: nope: not in the build context\n")
                .endsWith(
                        """
                        DOCKERFILE:3
                        --------------------
                           1 |     FROM scratch
                           2 |     LABEL a=b
                           3 | >>> COPY nope /
                           4 |     LABEL c=d
                           5 |     LABEL e=f
                        --------------------
                        varve: DOCKERFILE:3: COPY nope /: nope: not in the build context
                        """.replace("DOCKERFILE", context.resolve("Dockerfile").toString()));
    }

    @Test
    void a_failed_command_is_shown_with_the_end_of_its_output_and_the_way_there() throws Exception {
        Busybox.image(shell, "busybox");
        dockerfile("FROM busybox\nRUN echo before\nRUN echo hi; echo there >&2; exit 3\n");
        Shell.Result result = build();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().replaceAll("#([0-9]+) [0-9.]+ ", "#$1 "))
                .contains("#3 [3/3] RUN echo hi; echo there >&2; exit 3\n", "#3 hi\n", "#3 there\n")
                .contains("#3 ERROR: the command ended with exit code 3\n")
                .contains("------\n > RUN echo hi; echo there >&2; exit 3:\n")
                .contains("varve: " + context.resolve("Dockerfile")
                        + ":3: RUN echo hi; echo there >&2; exit 3: the command ended with exit code 3\n")
                .containsPattern(
                        "To look around in what was there before it: varve run -it --rm sha256:[0-9a-f]{12} sh\n$");
    }

    @Test
    void secrets_come_from_files_and_variables() throws Exception {
        Busybox.image(shell, "busybox");
        Path file = Files.writeString(folder.resolve("token"), "from-file");
        shell.with("TOKEN", "from-variable");
        dockerfile("""
                FROM busybox
                RUN --mount=type=secret,id=a cat /run/secrets/a
                RUN --mount=type=secret,id=b cat /run/secrets/b
                RUN --mount=type=secret,id=TOKEN cat /run/secrets/TOKEN
                """);
        assertThat(build("--secret", "id=a,src=" + file, "--secret", "id=b,env=TOKEN", "--secret", "id=TOKEN")
                        .err())
                .containsSubsequence("from-file", "from-variable", "from-variable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tag B:x                           | 1   | 'B:x' is not an image name
            --tag a@sha256:0000000000000000000000000000000000000000000000000000000000000000 | 1 | has a digest; a name that is given to an image has none
            --target nope                       | 1   | Dockerfile: target stage 'nope' is not in the Dockerfile
            --platform 1/2/3/4                  | 1   | --platform: '1/2/3/4' has more than three parts
            --progress tty                      | 1   | --progress tty: standard error is no terminal
            --progress loud                     | 125 | invalid argument "loud" for "--progress" flag: expected one of auto,
            --network bridge                    | 125 | invalid argument "bridge" for "--network" flag: expected one of default, host, none
            --ulimit nofile=1                   | 125 | --ulimit is a flag of docker that varve does not support
            --no-cache-filter x                 | 125 | --no-cache-filter is a flag of docker that varve does not support: --no-cache runs every step
            --label x                           | 125 | invalid argument "x" for "--label" flag: expected key=value
            --provenance=max                    | 125 | invalid argument "max" for "--provenance" flag: varve makes no attestations
            --secret src=x                      | 1   | --secret: the attribute 'id' is missing
            --secret id=x,src=/no/such          | 1   | --secret id=x: /no/such: there is no such file or folder
            --secret id=x,env=NO_SUCH           | 1   | --secret id=x: the environment has no variable NO_SUCH
            --secret id=x,foo=y                 | 1   | --secret id=x,foo=y: there is no attribute 'foo'; there are id, src, source, env, type
            --ssh default                       | 1   | --ssh default: SSH_AUTH_SOCK is not set
            --build-context x=/no/such          | 1   | --build-context x=/no/such: there is no such folder
            --build-context x=https://x         | 1   | --build-context x=https://x: a context is a folder or docker-image://NAME
            --output type=zip,dest=x            | 1   | --output: there is no type 'zip'; there are docker,
            --output type=tar                   | 1   | --output type=tar: the attribute 'dest' is missing
            --push                              | 1   | an image is pushed under a name; --tag gives it one
            --cache-from type=gha               | 1   | --cache-from type=gha: a cache is kept in a registry only
            -f /no/such/Dockerfile              | 1   | /no/such/Dockerfile: there is no such Dockerfile; -f names another one
            """)
    void bad_input_gets_one_clear_line(String flags, int code, String message) {
        Shell.Result result = build(flags.split(" "));
        assertThat(result.err().lines().findFirst().orElse(""))
                .startsWith("varve: ")
                .contains(message);
        assertThat(result.code()).isEqualTo(code);
        assertThat(result.out()).isEmpty();
        assertThat(shell.run("images", "-q").out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            build /no/such/folder                        | /no/such/folder: there is no such folder
            build https://example.com/x.git              | a build context is a folder here; 'git clone' or 'curl' brings https://example.com/x.git
            build -                                      | standard input is empty; a Dockerfile is expected there
            build -f - -                                 | the context and the Dockerfile cannot both come from standard input
            """)
    void a_bad_context_gets_one_clear_line(String line, String message) {
        Shell.Result result = shell.run(line.split(" "));
        assertThat(result.err()).isEqualTo("varve: " + message + "\n");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_dockerfile_that_is_in_the_context_only_is_suggested() throws Exception {
        Files.writeString(context.resolve("Other.dockerfile"), "FROM scratch\n");
        assertThat(build("-f", "Other.dockerfile").err())
                .isEqualTo("varve: Other.dockerfile: there is no such Dockerfile; did you mean "
                        + context.resolve("Other.dockerfile") + "?\n");
    }
}
