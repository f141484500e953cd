package dev.varve.cli.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about containers print what docker prints. */
class ContainerCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void image() throws IOException {
        shell = new Shell(folder);
        Busybox.image(shell, "base");
        shell.input(new byte[0]);
    }

    @AfterEach
    void remove() {
        for (String id : printed("ps", "-aq").lines().toList()) {
            shell.run("rm", "-f", id);
        }
    }

    private String printed(String... arguments) {
        Shell.Result result = shell.run(arguments);
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result.out();
    }

    private String output(String... arguments) {
        return shell.run(arguments).raw().toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_container_runs_before_its_caller_and_ends_with_its_code() {
        Shell.Result result = shell.run("run", "--rm", "base", "sh", "-c", "echo out; echo err >&2; exit 3");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.raw()).hasToString("out\n");
        assertThat(result.rawErr()).hasToString("err\n");
        assertThat(printed("ps", "-aq")).isEmpty();
    }

    @Test
    void what_is_piped_into_it_it_reads_only_where_its_input_is_open() {
        shell.input("typed\n".getBytes(StandardCharsets.UTF_8));

        assertThat(output("run", "-i", "--rm", "base", "cat")).isEqualTo("typed\n");
        assertThat(output("run", "--rm", "base", "cat")).isEmpty();
    }

    @Test
    void its_variables_come_from_flags_and_files_and_the_caller() throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "# none\nA=file\nB=file\nOWN\n");
        shell.with("OWN", "mine").with("SECRET", "no");

        assertThat(output(
                        "run",
                        "--rm",
                        "--env-file",
                        file.toString(),
                        "-e",
                        "B=flag",
                        "-e",
                        "NOSUCH",
                        "base",
                        "sh",
                        "-c",
                        "echo $A $B $OWN ${NOSUCH-none} ${SECRET-none}"))
                .isEqualTo("file flag mine none none\n");
    }

    @Test
    void flags_after_the_image_are_the_programs() {
        assertThat(output("run", "--rm", "base", "echo", "-e", "--rm", "a\\tb")).isEqualTo("--rm a\tb\n");
    }

    @Test
    void containers_are_listed_with_dockers_columns() {
        shell.run("run", "--name", "old", "base", "sh", "-c", "echo hi > /file; exit 3");
        printed("create", "--name", "new", "base", "sleep", "100");
        String[] ids = printed("ps", "-aq").split("\n");

        String list = printed("ps", "-a").replaceAll("(?:Less than a second|[0-9]+ seconds?) ago +", "AGO ");
        assertThat(list.replaceAll(" +", " ").lines())
                .containsExactly(
                        "CONTAINER ID IMAGE COMMAND CREATED STATUS PORTS NAMES",
                        ids[0] + " base \"sleep 100\" AGO Created new",
                        ids[1] + " base \"sh -c 'echo hi > /f…\" AGO Exited (3) AGO old");
        assertThat(printed("ps")).doesNotContain("old").doesNotContain("new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ps -a --format {{.Names}}                                 | three two one
        ps -a --filter name=t --format {{.Names}}                 | three two
        ps -a --filter name=^two$ --format {{.Names}}             | two
        ps --filter status=exited --format {{.Names}}             | two one
        ps --filter status=created --format {{.Names}}            | three
        ps --filter exited=4 --format {{.Names}}                  | two
        ps -a --filter label=tier --format {{.Names}}             | three one
        ps -a --filter label=tier=web --format {{.Names}}         | one
        ps -a --filter ancestor=base --format {{.Names}}          | three two one
        ps -a --filter ancestor=base:other --format {{.Names}}    |
        ps -a --filter before=two --format {{.Names}}             | one
        ps -a --filter since=two --format {{.Names}}              | three
        ps -n 2 --format {{.Names}}                               | three two
        ps -l --format {{.Names}}                                 | three
        container ls -a --format {{.Names}}:{{.State}}            | three:created two:exited one:exited
        """)
    void a_list_has_what_is_asked_for(String line, String expected) {
        shell.run("run", "--name", "one", "-l", "tier=web", "base", "true");
        shell.run("run", "--name", "two", "base", "sh", "-c", "exit 4");
        printed("create", "--name", "three", "-l", "tier=db", "base");

        assertThat(printed(line.split(" "))).isEqualTo(expected == null ? "" : expected.replace(' ', '\n') + "\n");
    }

    @Test
    void a_log_is_shown_as_a_whole_or_its_end_with_times_or_without() {
        shell.run(
                "run", "--name", "it", "base", "sh", "-c", "echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three");

        Shell.Result all = shell.run("logs", "it");
        assertThat(all.raw()).hasToString("one\nthree\n");
        assertThat(all.rawErr()).hasToString("two\n");
        assertThat(output("logs", "-n", "1", "it")).isEqualTo("three\n");
        assertThat(output("logs", "--follow", "it")).isEqualTo("one\nthree\n");
        assertThat(output("logs", "-t", "--tail", "1", "it")).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{9}Z three\n");
        assertThat(output("logs", "--since", "10m", "it")).isEqualTo("one\nthree\n");
        assertThat(output("logs", "--until", "10m", "it")).isEmpty();
    }

    @Test
    void a_container_in_the_background_is_seen_stopped_and_started_again() {
        String id = printed(
                        "run",
                        "-d",
                        "--name",
                        "it",
                        "base",
                        "sh",
                        "-c",
                        "trap 'exit 4' TERM; while :; do sleep 0.1; done")
                .strip();
        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(printed("ps", "--format", "{{.Names}} {{.State}}")).isEqualTo("it running\n");
        assertThat(output("exec", "-e", "A=1", "-w", "/tmp", "it", "sh", "-c", "echo $A; echo $HOME"))
                .isEqualTo("1\n/root\n");

        assertThat(printed("stop", "it")).isEqualTo("it\n");
        assertThat(printed("wait", "it")).isEqualTo("4\n");
        assertThat(printed("start", "it")).isEqualTo("it\n");
        assertThat(printed("kill", "it")).isEqualTo("it\n");
        assertThat(printed("wait", "it")).isEqualTo("137\n");
        assertThat(printed("restart", "it")).isEqualTo("it\n");
        assertThat(printed("rm", "-f", "it")).isEqualTo("it\n");
    }

    @Test
    void a_stopped_container_starts_before_its_caller() {
        shell.run("run", "--name", "it", "base", "sh", "-c", "echo again; exit 5");

        Shell.Result again = shell.run("start", "-a", "it");

        assertThat(again.code()).isEqualTo(5);
        assertThat(again.raw()).hasToString("again\n");
    }

    @Test
    void an_image_is_made_of_what_was_done_in_it() {
        shell.run("run", "--name", "lab", "base", "sh", "-c", "echo Elton > /ch03.txt");

        assertThat(printed("diff", "lab")).isEqualTo("A /ch03.txt\n");
        String id = printed("commit", "-m", "by hand", "-a", "Me", "-c", "CMD [\"cat\", \"/ch03.txt\"]", "lab", "soln");
        assertThat(id).matches("sha256:[0-9a-f]{64}\n");
        assertThat(output("run", "--rm", "soln")).isEqualTo("Elton\n");
        assertThat(printed("history", "--format", "{{.CreatedBy}}|{{.Comment}}", "--no-trunc", "soln"))
                .startsWith("sh -c echo Elton > /ch03.txt|by hand\n");
    }

    @Test
    void files_go_in_and_out() throws Exception {
        shell.run("run", "--name", "it", "base", "sh", "-c", "echo out > /file");
        Path file = Files.writeString(folder.resolve("in"), "in\n");

        printed("cp", "it:/file", folder + "/copy");
        printed("cp", file.toString(), "it:/tmp/");
        assertThat(folder.resolve("copy")).hasContent("out");
        assertThat(output("cp", "it:/file", "-")).startsWith("file\0");
        printed("commit", "it", "with-file");
        assertThat(output("run", "--rm", "with-file", "cat", "/tmp/in")).isEqualTo("in\n");
        printed("export", "-o", folder + "/export.tar", "it");
        assertThat(printed("import", folder + "/export.tar", "exported")).startsWith("sha256:");
        assertThat(output("run", "--rm", "exported", "/bin/cat", "/file")).isEqualTo("out\n");
    }

    @Test
    void a_container_is_looked_at() {
        printed(
                "create",
                "--name",
                "it",
                "-e",
                "A=1",
                "--network",
                "none",
                "-v",
                folder + ":/mnt:ro",
                "-w",
                "/tmp",
                "--label",
                "q=1",
                "base",
                "sleep",
                "100");

        assertThat(printed(
                        "inspect",
                        "--format",
                        "{{.Name}} {{.Path}} {{.Args}} {{.State.Status}} {{.HostConfig.NetworkMode}} {{.Config.Env}}"
                                + " {{.Config.WorkingDir}} {{.Config.Labels}} {{(index .Mounts 0).Destination}}",
                        "it"))
                .isEqualTo("/it sleep [100] created none [A=1 PATH=/bin] /tmp map[q:1] /mnt\n");
        assertThat(printed("inspect", "base")).contains("\"RepoTags\"");
        assertThat(shell.run("inspect", "nosuch").err())
                .isEqualTo("varve: there is no container and no image 'nosuch'\n");
        assertThat(shell.run("container", "inspect", "base").code()).isEqualTo(1);
    }

    @Test
    void a_container_is_renamed_and_pruned() {
        String id = printed("create", "--name", "it", "base").strip();
        printed("rename", "it", "other");
        assertThat(printed("ps", "-a", "--format", "{{.Names}}")).isEqualTo("other\n");

        assertThat(printed("container", "prune", "-f"))
                .startsWith("Deleted Containers:\n" + id + "\n\nTotal reclaimed space: ");
        assertThat(printed("ps", "-aq")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        run base nosuch                        | 127 | exec: "nosuch": executable file not found in $PATH
        run base /etc                          | 126 | exec: "/etc": is a directory
        run base /etc/passwd                   | 126 | exec: "/etc/passwd": permission denied
        run -u nosuch base true                | 125 | the image has no user named 'nosuch'
        run -w relative base true              | 125 | the working directory 'relative' must be an absolute path
        run --network bridge base true         | 125 | there is no network 'bridge'
        run --pull never nosuch                | 125 | there is no image 'nosuch' here, and it is not to be pulled
        run BAD:::x                            | 125 | 'BAD:::x' is not an image name
        run --init base true                   | 125 | --init is a flag of docker that varve does not support
        run -p 80:80 base true                 | 125 | so its ports are the machine's own
        run --privileged base true             | 125 | give the capabilities that it needs with --cap-add
        run --cap-add NOPE base true           | 125 | unknown capability: "CAP_NOPE"
        run -v data:/data base true            | 125 | there are no named volumes here
        run -v /tmp:/x:odd base true           | 125 | invalid mode: odd; there are ro and rw
        run --mount type=bind,src=/nosuch-at-all,dst=/x base true | 125 | there is no '/nosuch-at-all' here to mount
        run --memory lots base true            | 125 | expected
        run -e =x base true                    | 125 | invalid environment variable: =x
        run -it base true                      | 125 | the input device is not a TTY
        run --name b@d base true               | 125 | 'b@d' is no container name
        run                                    | 1   | 'varve run' requires at least 1 argument
        create nosuch:::x                      | 1   | is not an image name
        stop nosuch                            | 1   | there is no container 'nosuch'
        kill nosuch                            | 1   | there is no container 'nosuch'
        rm nosuch                              | 1   | there is no container 'nosuch'
        rm -f nosuch                           | 0   | there is no container 'nosuch'
        start nosuch                           | 1   | there is no container 'nosuch'
        logs nosuch                            | 1   | there is no container 'nosuch'
        exec nosuch true                       | 1   | there is no container 'nosuch'
        exec it true                           | 1   | container it is not running
        kill it                                | 1   | container it is not running
        kill -s NOPE it                        | 1   | 'NOPE' is no signal
        commit it BAD                          | 1   | 'BAD' is not an image name
        commit -c RUN it                       | 1   | 'RUN' cannot change an image's configuration
        cp it:/a it:/b                         | 1   | files are not copied between containers
        cp a b                                 | 1   | one of the two must be CONTAINER:PATH
        cp it:/nosuch /tmp                     | 1   | the container has no '/nosuch'
        ps --filter status=odd                 | 1   | invalid filter 'status=odd'
        logs --tail many it                    | 125 | expected a whole number
        """)
    void bad_input_gets_one_clear_line(String line, int code, String message) {
        printed("create", "--name", "it", "base");

        Shell.Result result = shell.run(line.split(" "));

        assertThat(result.code()).isEqualTo(code);
        assertThat(result.err().lines().findFirst().orElse(""))
                .startsWith("varve: ")
                .contains(message);
    }

    @Test
    void a_name_that_is_taken_is_told_and_nothing_is_left() {
        printed("create", "--name", "it", "base");

        Shell.Result result = shell.run("run", "--name", "it", "base", "true");

        assertThat(result.code()).isEqualTo(125);
        assertThat(result.err()).startsWith("varve: the name 'it' is taken by container ");
        assertThat(printed("ps", "-aq").lines()).hasSize(1);
    }
}
