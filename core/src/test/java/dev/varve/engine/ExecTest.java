package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.Attachment;
import dev.varve.engine.container.ContainerProcess;
import dev.varve.sandbox.SeveralIds;
import dev.varve.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Further processes in a container that runs. */
class ExecTest {
    /** Looks through every process that it sees, without a pause, for a file of the host. */
    private static final String SPY = """
            while :; do
              for process in /proc/[0-9]*; do read -r line <"$process/root$0" && echo "$line"; done 2>/dev/null
            done""";

    @TempDir
    Path folder;

    private Engine engine;
    private Container container;

    @BeforeEach
    void run() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
        container = engine.container("busybox")
                .command("sh", "-c", "echo hello > /file; exec sleep 1000")
                .env("A", "1")
                .env("B", "1")
                .workingDirectory("/tmp")
                .start();
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        container.removeByForce();
        engine.close();
    }

    @Test
    void it_sees_the_files_and_processes_of_the_container() throws Exception {
        ExecResult result = container
                .exec("sh", "-c", "cat /file; ps -o args | grep '^sleep'")
                .run();

        assertThat(result).isEqualTo(new ExecResult(0, "hello\nsleep 1000\n", ""));
    }

    @Test
    void its_variables_are_the_containers_and_its_own() throws Exception {
        assertThat(container.exec("env").env("B", "2").run().out().lines())
                .containsExactlyInAnyOrder(
                        "PATH=/bin", "HOSTNAME=" + container.id().substring(0, 12), "A=1", "B=2", "HOME=/root");
    }

    @Test
    void it_runs_where_and_as_whom_the_container_does_or_as_is_said() throws Exception {
        SeveralIds.require();
        assertThat(container.exec("sh", "-c", "id -u; pwd").run().out()).isEqualTo("0\n/tmp\n");
        assertThat(container
                        .exec("sh", "-c", "id -u; id -g; pwd; echo $HOME")
                        .user("user")
                        .workingDirectory("/etc")
                        .run()
                        .out())
                .isEqualTo("1000\n1000\n/etc\n/home/user\n");
    }

    @Test
    void its_exit_code_is_its_own() throws Exception {
        assertThat(container.exec("sh", "-c", "echo no >&2; exit 5").run()).isEqualTo(new ExecResult(5, "", "no\n"));
        assertThat(container.exec("nosuch").run().exitCode()).isEqualTo(127);
    }

    @Test
    void what_is_written_to_its_input_it_reads() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerProcess process = container
                .exec("cat")
                .interactive()
                .start(new Attachment(Attachment.Input.PIPE, out, OutputStream.nullOutputStream()));

        process.stdin().write("typed\n".getBytes(StandardCharsets.UTF_8));
        process.stdin().close();

        assertThat(process.waitFor()).isZero();
        assertThat(out).hasToString("typed\n");
    }

    @Test
    void the_host_is_not_seen_through_what_joins_the_container() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the host's\n");
        Container spy = engine.container("busybox")
                .command("sh", "-c", SPY, secret.toString())
                .start();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(spy.exec("true").run().exitCode()).isZero();
            }
            assertThat(spy.logs()).isEmpty();
        } finally {
            spy.removeByForce();
        }
    }

    @Test
    void nothing_is_executed_in_a_container_that_has_ended() throws Exception {
        container.stop("KILL", java.time.Duration.ZERO);

        assertThatThrownBy(() -> container.exec("true").run())
                .isInstanceOf(StoreException.class)
                .hasMessage("container " + container.name() + " is not running");
    }
}
