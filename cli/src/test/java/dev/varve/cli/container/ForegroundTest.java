package dev.varve.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code varve run} as a process: its signals, its terminal, and what is left when it is killed. */
class ForegroundTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void image() throws IOException {
        shell = new Shell(folder);
        Busybox.image(shell, "base");
    }

    @AfterEach
    void remove() {
        for (String id : shell.run("ps", "-aq").lines()) {
            shell.run("rm", "-f", id);
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-s", name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static void type(Process process, String text) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(text.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    @Test
    void signals_go_to_the_container() throws Exception {
        Process run = VarveProcess.of(
                        shell,
                        "run",
                        "base",
                        "sh",
                        "-c",
                        "trap 'echo hup' HUP; trap 'echo bye; exit 4' TERM; echo ready; while :; do sleep 0.05; done")
                .start();
        VarveProcess.readUntil(run, "ready");

        signal(run, "HUP");
        VarveProcess.readUntil(run, "hup");
        signal(run, "TERM");

        VarveProcess.readUntil(run, "bye");
        assertThat(run.waitFor()).isEqualTo(4);
    }

    @Test
    void who_asks_three_times_is_heard_whatever_the_container_does() throws Exception {
        Process run = VarveProcess.of(
                        shell,
                        "run",
                        "base",
                        "sh",
                        "-c",
                        "trap 'echo no' INT; echo ready; while :; do sleep 0.05; done")
                .start();
        VarveProcess.readUntil(run, "ready");

        signal(run, "INT");
        VarveProcess.readUntil(run, "no");
        signal(run, "INT");
        VarveProcess.readUntil(run, "no");
        signal(run, "INT");

        assertThat(run.waitFor()).isEqualTo(137);
    }

    @Test
    void a_container_hears_what_its_starter_ignores() throws Exception {
        Process process = VarveProcess.ignoring("INT,HUP", shell, "run", "base", "cat", "/proc/self/status")
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .containsPattern("SigIgn:\t[0-9a-f]{8}[08]0000000\n");
    }

    @Test
    void a_reader_that_leaves_ends_what_prints_for_it() throws Exception {
        Process run = VarveProcess.of(
                        shell, "run", "--name", "it", "base", "sh", "-c", "while :; do echo y || exit 9; done")
                .start();
        VarveProcess.readUntil(run, "y");

        run.getInputStream().close();

        run.waitFor();
        assertThat(shell.run("ps", "-a", "--format", "{{.State}}").out()).isEqualTo("exited\n");
    }

    @Test
    void when_it_is_killed_the_container_is_too() throws Exception {
        Process run = VarveProcess.of(shell, "run", "--name", "it", "base", "sh", "-c", "echo ready; sleep 1000")
                .start();
        VarveProcess.readUntil(run, "ready");

        run.destroyForcibly();
        run.waitFor();

        assertThat(shell.run("wait", "it").out()).isEqualTo("137\n");
        assertThat(shell.run("ps", "-a", "--format", "{{.Status}}").out()).startsWith("Exited (137) ");
        assertThat(shell.run("start", "it").code()).isZero();
    }

    @Test
    void a_terminal_is_the_containers() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) on this machine, which makes terminals");
        Process run = VarveProcess.atTerminal(shell, "run", "-it", "--name", "ch03lab", "base", "sh")
                .start();
        VarveProcess.readUntil(run, "# ");

        type(run, "[ -t 0 ] && [ -t 1 ] && echo is-a-$TERM; echo Elton >> ch03.txt; exit 3\n");

        assertThat(VarveProcess.readUntil(run, "is-a-xterm\r\n")).contains("is-a-xterm");
        assertThat(run.waitFor()).isEqualTo(3);
        assertThat(shell.run("commit", "ch03lab", "ch03-lab-soln").code()).isZero();
        assertThat(shell.run("run", "ch03-lab-soln", "cat", "ch03.txt").raw()).hasToString("Elton\n");
    }

    @Test
    void ctrl_c_in_a_terminal_is_the_programs() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) on this machine, which makes terminals");
        Process run = VarveProcess.atTerminal(
                        shell,
                        "run",
                        "-it",
                        "base",
                        "sh",
                        "-c",
                        "trap 'echo caught' INT; echo ready; while [ -z \"$got\" ]; do read got; done; echo $got")
                .start();
        VarveProcess.readUntil(run, "ready");

        type(run, "\u0003");
        VarveProcess.readUntil(run, "caught");
        type(run, "over\n");

        assertThat(run.waitFor()).isZero();
    }
}
