package dev.varve.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code varve run -it} and {@code varve exec -it} at a real terminal, into which somebody types. */
class TerminalTest {
    private static final int CTRL_C = 3;
    private static final int CTRL_Z = 26;

    /** Says itself when it has the terminal: until then a key would reach the shell, which ignores it. */
    private static final String SLEEP = "sh -c 'echo sleeps-now; exec sleep 1000'";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void image() throws IOException {
        for (String program : List.of("script", "stty")) {
            assumeTrue(
                    Stream.of("/usr/bin", "/bin").anyMatch(bin -> Files.isExecutable(Path.of(bin, program))),
                    "no " + program + "(1) on this machine, without which there is no terminal to test with");
        }
        shell = new Shell(folder);
        Busybox.image(shell, "base");
        shell.run("run", "-d", "--name", "running", "base", "sleep", "1000");
    }

    @AfterEach
    void remove() {
        for (String id : shell.run("ps", "-aq").lines()) {
            shell.run("rm", "-f", id);
        }
    }

    static Stream<List<String>> commands() {
        return Stream.of(List.of("run", "-it", "base", "sh"), List.of("exec", "-it", "running", "sh"));
    }

    private Typing at(List<String> command) throws IOException {
        return Typing.into(VarveProcess.atTerminal(shell, command.toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void its_size_is_that_of_the_terminal_also_when_that_changes(List<String> command) throws Exception {
        try (Typing typing = at(command)) {
            assertThat(typing.line("busybox stty size")).contains(Typing.ROWS + " " + Typing.COLUMNS);

            typing.resize(40, 120);

            assertThat(typing.lineUntil("busybox stty size", "40 120")).contains("40 120");
            assertThat(typing.end("exit")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void ctrl_c_ends_the_program_and_not_the_shell(List<String> command) throws Exception {
        try (Typing typing = at(command)) {
            // it starts no program after it has spoken: a shell that is about to would forget the key
            typing.start("sh -c 'echo waits-now; read line'", "\nwaits-now");

            assertThat(typing.key(CTRL_C)).contains("^C");
            assertThat(typing.line("echo code $?")).contains("code 130");
            assertThat(typing.end("exit")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void jobs_are_stopped_and_go_on(List<String> command) throws Exception {
        try (Typing typing = at(command)) {
            typing.start(SLEEP, "\nsleeps-now");

            assertThat(typing.key(CTRL_Z)).contains("Stopped");
            typing.line("bg");
            assertThat(typing.line("jobs")).contains("Running");
            assertThat(typing.line("kill %1; wait; jobs")).doesNotContain("Running");
            assertThat(typing.end("exit")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void the_exit_code_is_the_shells(List<String> command) throws Exception {
        try (Typing typing = at(command)) {
            assertThat(typing.line("[ -t 0 ] && [ -t 1 ] && [ -t 2 ] && echo all-terminals"))
                    .contains("all-terminals");
            assertThat(typing.end("exit 7")).isEqualTo(7);
        }
    }
}
