package dev.varve.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private Container container;

    @BeforeEach
    void root_file_system() throws Exception {
        container = new Container(Sandbox.named(System.getProperty("sandbox", "embedded")));
    }

    @AfterEach
    void delete() throws Exception {
        container.close();
    }

    @Test
    void output_and_exit_code_are_the_programs() throws Exception {
        Container.Result result = container.sh("echo out; echo err >&2; exit 7");

        assertThat(result).isEqualTo(new Container.Result(7, "out\n", "err\n"));
    }

    @Test
    void what_a_process_writes_goes_into_the_upper_folder_alone() throws Exception {
        container.sh("echo new > /tmp/file; rm /bin/ls");

        assertThat(container.upper.resolve("tmp/file")).hasContent("new");
        assertThat(container.lower.get(0).resolve("tmp/file")).doesNotExist();
        assertThat(Files.isSymbolicLink(container.lower.get(0).resolve("bin/ls")))
                .isTrue();
    }

    @Test
    void the_environment_is_exactly_what_is_given() throws Exception {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/bin");
        variables.put("HOME", "/home");
        variables.put("TEXT", "with 'quotes' and $dollars\nand lines");

        assertThat(container
                        .run(spec -> spec.environment(variables), "env")
                        .out()
                        .lines())
                .containsExactlyInAnyOrder("PATH=/bin", "HOME=/home", "TEXT=with 'quotes' and $dollars", "and lines");
    }

    @Test
    void a_missing_program_is_told_from_one_that_exits_with_127() throws Exception {
        assertThat(container.sh("exit 127").code()).isEqualTo(127);
        assertThatThrownBy(() -> container.run("no-such-program"))
                .isInstanceOfSatisfying(
                        SandboxException.class, e -> assertThat(e.exitCode()).isEqualTo(SandboxException.NOT_FOUND))
                .hasMessage("exec: \"no-such-program\": executable file not found in $PATH");
    }

    @Test
    void it_sees_only_its_own_processes() throws Exception {
        assertThat(container.run("ps", "-o", "pid,args").out()).isEqualTo("PID   COMMAND\n    1 ps -o pid,args\n");
    }
}
