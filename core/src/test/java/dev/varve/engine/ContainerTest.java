package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.ContainerState.Status;
import dev.varve.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers with real processes. */
class ContainerTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private ContainerRequest sh(String script) {
        return engine.container("busybox").command("sh", "-c", script);
    }

    /** What it prints until it ends. */
    private static String output(ContainerRequest request) throws IOException, InterruptedException {
        Container container = request.start();
        container.waitFor();
        return container.logs();
    }

    @Test
    void a_container_runs_its_command_and_ends_with_its_exit_code() throws Exception {
        Container container = sh("echo hello; exit 3").name("it").start();

        assertThat(container.waitFor()).isEqualTo(3);
        assertThat(container.logs()).isEqualTo("hello\n");
        assertThat(container.state().status()).isEqualTo(Status.EXITED);
        assertThat(container.state().exitCode()).isEqualTo(3);
        assertThat(engine.findContainer("it").id()).isEqualTo(container.id());
    }

    @Test
    void its_variables_are_those_of_docker_and_nothing_of_the_machines() throws Exception {
        Container container = engine.container("busybox")
                .command("env")
                .env("TARGET", "google.com")
                .start();
        container.waitFor();

        assertThat(container.logs().lines())
                .containsExactlyInAnyOrder(
                        "PATH=/bin", "HOSTNAME=" + container.id().substring(0, 12), "TARGET=google.com", "HOME=/root");
    }

    @Test
    void a_user_of_the_image_runs_it_in_the_users_home() throws Exception {
        assertThat(output(sh("id; echo $HOME").user("user")))
                .isEqualTo("uid=1000(user) gid=1000(user) groups=1000(user)\n/home/user\n");
    }

    @Test
    void a_program_that_is_not_there_is_told_at_once() throws Exception {
        assertThatThrownBy(() ->
                        engine.container("busybox").command("nosuch").start().waitFor())
                .isInstanceOfSatisfying(
                        SandboxException.class, e -> assertThat(e.exitCode()).isEqualTo(127));
    }

    @Test
    void stopping_asks_first_and_waits_for_the_answer() throws Exception {
        Container container = sh("trap 'echo bye; exit 4' TERM; echo ready; while :; do sleep 0.05; done")
                .start();
        awaitLog(container, "ready");

        container.stop();

        assertThat(container.state().exitCode()).isEqualTo(4);
        assertThat(container.logs()).isEqualTo("ready\nbye\n");
    }

    @Test
    void what_does_not_listen_is_ended() throws Exception {
        Container container = sh("sleep 1000").start();

        container.stop("", Duration.ofMillis(10));

        assertThat(container.waitFor()).isEqualTo(137);
    }

    @Test
    void a_container_that_runs_is_removed_only_by_force() throws Exception {
        Container container = sh("sleep 1000").name("runs").start();

        assertThatThrownBy(container::remove).hasMessageContaining("is running");
        container.removeByForce();

        assertThat(engine.containers()).isEmpty();
        assertThatThrownBy(() -> engine.findContainer("runs")).isInstanceOf(NotFoundException.class);
        assertThat(folder.resolve("store/containers")).isEmptyDirectory();
    }

    @Test
    void a_container_can_remove_itself() throws Exception {
        Container container = sh("exit 5").removedAtEnd().start();

        assertThat(container.waitFor()).isEqualTo(5);
        assertThat(engine.containers()).isEmpty();
    }

    private static void awaitLog(Container container, String text) throws IOException, InterruptedException {
        while (!container.logs().contains(text)) {
            Thread.sleep(5);
        }
    }

    @Test
    void a_detached_container_is_seen_to_by_another_process() throws Exception {
        Container container = sh("echo out; echo err >&2; sleep 0.2; exit 6").startDetached();

        assertThat(container.state().isRunning()).isTrue();
        assertThat(container.waitFor()).isEqualTo(6);
        assertThat(container.logs()).contains("out\n", "err\n");
    }

    @Test
    void a_detached_container_whose_program_is_missing_is_told_at_once() {
        assertThatThrownBy(() -> engine.container("busybox").command("/etc").startDetached())
                .isInstanceOfSatisfying(
                        SandboxException.class, e -> assertThat(e.exitCode()).isEqualTo(126));
    }
}
