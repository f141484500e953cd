package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.ContainerState.Status;
import dev.varve.engine.container.LogFilter;
import dev.varve.sandbox.HostProcess;
import dev.varve.sandbox.SandboxException;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Containers that are seen to by a process of their own. Everything is asked of an engine that did not start them, and any of
 * the processes may be killed.
 */
class DetachedTest {
    @TempDir
    Path folder;

    private Engine engine;
    private Engine other;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
        other = Engine.open(folder.resolve("store"));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        for (Container container : engine.containers()) {
            container.removeByForce();
        }
        other.close();
        engine.close();
    }

    private Container start(String script) throws IOException, InterruptedException {
        return engine.container("busybox")
                .command("sh", "-c", script)
                .name("it")
                .startDetached();
    }

    private static void awaitLog(Container container, String text) throws IOException, InterruptedException {
        while (!container.logs().contains(text)) {
            Thread.sleep(5);
        }
    }

    private static ProcessHandle supervisor(Container container) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(container.id()))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private void assertStoreIsWhole() throws IOException {
        try (Store store = Store.open(folder.resolve("store"))) {
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void others_see_it_run_wait_for_it_and_read_what_it_printed() throws Exception {
        start("echo out; echo err >&2; until [ -e /go ]; do sleep 0.05; done; exit 6");
        Container seen = other.findContainer("it");

        assertThat(seen.state().isRunning()).isTrue();
        seen.exec("touch", "/go").run();
        assertThat(seen.waitFor()).isEqualTo(6);
        assertThat(seen.logs()).contains("out\n").contains("err\n");
        assertThat(seen.state().status()).isEqualTo(Status.EXITED);
        assertThat(seen.state().finished()).isPresent();
    }

    @Test
    void others_follow_its_log_until_its_end() throws Exception {
        start("for i in 1 2 3 4 5; do echo $i; sleep 0.05; done");

        List<String> heard = new ArrayList<>();
        other.findContainer("it").logs(LogFilter.ALL, true, entry -> heard.add(entry.toString()));

        assertThat(heard).containsExactly("1\n", "2\n", "3\n", "4\n", "5\n");
    }

    @Test
    void others_stop_it() throws Exception {
        start("trap 'echo bye; exit 4' TERM; echo ready; while :; do sleep 0.05; done");
        Container seen = other.findContainer("it");
        awaitLog(seen, "ready");

        seen.stop();

        assertThat(seen.waitFor()).isEqualTo(4);
        assertThat(seen.logs()).isEqualTo("ready\nbye\n");
    }

    @Test
    void others_run_commands_in_it() throws Exception {
        start("echo hello > /file; echo ready; exec sleep 1000");
        Container seen = other.findContainer("it");
        awaitLog(seen, "ready");

        assertThat(seen.exec("cat", "/file").run()).isEqualTo(new ExecResult(0, "hello\n", ""));
    }

    @Test
    void others_remove_it_by_force() throws Exception {
        Container container = start("exec sleep 1000");
        ProcessHandle supervisor = supervisor(container);

        other.findContainer("it").removeByForce();

        assertThat(other.containers()).isEmpty();
        supervisor.onExit().join();
        assertStoreIsWhole();
    }

    @Test
    void one_that_removes_itself_tells_its_exit_code_to_those_who_wait() throws Exception {
        Container container = engine.container("busybox")
                .command("sh", "-c", "echo ready; read line; exit 5")
                .interactive()
                .removedAtEnd()
                .name("it")
                .startDetached();
        Container seen = other.findContainer("it");
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> {
            try {
                return seen.waitFor();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitLog(container, "ready");
        while (!awaited(container)) {
            Thread.sleep(5);
        }
        ProcessHandle supervisor = supervisor(container);

        container.kill();

        assertThat(code.join()).isEqualTo(137);
        supervisor.onExit().join();
        while (!other.containers().isEmpty()) {
            Thread.sleep(5);
        }
        assertThatThrownBy(seen::state).isInstanceOf(NotFoundException.class);
    }

    private boolean awaited(Container container) throws IOException {
        try (Store store = Store.open(folder.resolve("store"))) {
            return store.containers().find(container.id()).orElseThrow().isAwaited();
        }
    }

    @Test
    void it_is_started_again() throws Exception {
        Container container = start("echo again");
        container.waitFor();

        other.findContainer("it").startDetached();

        assertThat(container.waitFor()).isZero();
        assertThat(container.logs()).isEqualTo("again\nagain\n");
    }

    @Test
    void it_is_not_started_while_it_runs() throws Exception {
        start("exec sleep 1000");

        assertThatThrownBy(() -> other.findContainer("it").startDetached()).hasMessageContaining("is running");
    }

    @Test
    void a_program_that_is_missing_is_told_at_once() throws Exception {
        assertThatThrownBy(() ->
                        engine.container("busybox").command("nosuch").name("it").startDetached())
                .isInstanceOfSatisfying(
                        SandboxException.class, e -> assertThat(e.exitCode()).isEqualTo(127));

        assertThat(other.findContainer("it").state().status()).isEqualTo(Status.CREATED);
        assertThat(other.findContainer("it").state().exitCode()).isEqualTo(127);
    }

    @Test
    void when_its_supervisor_is_killed_it_is_killed_too_and_everybody_sees_that() throws Exception {
        Container container = start("echo ready; exec sleep 1000");
        awaitLog(container, "ready");
        Optional<HostProcess> process = container.state().process();

        supervisor(container).destroyForcibly();

        Container seen = other.findContainer("it");
        assertThat(seen.waitFor()).isEqualTo(137);
        assertThat(seen.state().status()).isEqualTo(Status.EXITED);
        while (process.orElseThrow().isAlive()) {
            Thread.sleep(5);
        }
        assertThat(seen.logs()).isEqualTo("ready\n");
        assertStoreIsWhole();
        seen.startDetached();
        seen.stop("KILL", Duration.ZERO);
        assertThat(seen.waitFor()).isEqualTo(137);
    }
}
