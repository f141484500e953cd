package dev.varve.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts of a Dockerfile's instructions; each command is written as the file has it. */
class ScriptsTest {
    @Test
    void continuation_lines() {
        assertThat(commands("""
                FROM a
                RUN apt-get update \\
                  # why
                  && apt-\\
                get install -y \\

                    b
                """)).containsExactly("apt-get update", "apt-\\\nget install -y \\\n\n    b");
    }

    @Test
    void a_heredoc_that_is_the_script() {
        assertThat(commands("FROM a\nRUN --mount=type=cache,target=/x <<-E\n\tb c\n\td \\\n\t e\n\tE\n"))
                .containsExactly("b c", "d \\\n\t e");
    }

    @Test
    void a_heredoc_for_a_command() {
        assertThat(commands("FROM a\nRUN cat <<E > /x && b\none\nE\nRUN bash <<E\nc d\nE\n"))
                .containsExactly("cat", "b", "bash", "c d");
    }

    @Test
    void exec_form() {
        assertThat(commands("FROM a\nCMD [\"/bin/b\", \"c\"]\nENTRYPOINT [ \"sh\", \"-c\", \"exec \\\"d\\\" e\" ]\n"))
                .containsExactly("\"/bin/b\", \"c\"", "\"sh\", \"-c\", \"exec \\\"d\\\" e\"", "\\\"d\\\" e");
    }

    @Test
    void healthcheck_and_onbuild() {
        assertThat(commands("FROM a\nHEALTHCHECK --interval=5s CMD b c\nONBUILD RUN d e\nHEALTHCHECK NONE\nENV x=y\n"))
                .containsExactly("b c", "d e");
    }

    @Test
    void the_shell_is_the_one_that_was_set_last() {
        Dockerfile file = Dockerfile.parse("f", """
                FROM a AS one
                RUN x
                SHELL ["/bin/bash", "-c"]
                RUN x
                FROM b
                RUN x
                FROM One
                RUN x
                # hadolint shell=pwsh
                ONBUILD RUN x
                FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
                RUN x
                FROM c
                RUN <<E
                #!/usr/bin/env bash
                E
                RUN <<E
                #!/usr/bin/python3
                E
                """);
        Scripts scripts = new Scripts(file);

        assertThat(file.instructions().stream()
                        .filter(i -> i.name().equals("RUN") || i.name().equals("ONBUILD"))
                        .map(i -> scripts.script(i).shell()))
                .containsExactly(
                        ShellKind.POSIX,
                        ShellKind.BASH,
                        ShellKind.POSIX,
                        ShellKind.BASH,
                        ShellKind.POWERSHELL,
                        ShellKind.CMD,
                        ShellKind.BASH,
                        ShellKind.OTHER);
    }

    private static List<String> commands(String text) {
        Dockerfile file = Dockerfile.parse("f", text);
        Scripts scripts = new Scripts(file);
        return file.instructions().stream()
                .flatMap((Instruction i) -> scripts.script(i).commands().stream())
                .map(command -> file.text(command.range()))
                .toList();
    }
}
