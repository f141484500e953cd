package dev.varve.lint.shellcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellCheckTest {
    private final Optional<ShellCheck> installed = ShellCheck.installed(System.getenv());

    @BeforeEach
    void needs_the_program() {
        assumeTrue(installed.isPresent(), "shellcheck is not installed");
    }

    @Test
    void findings_stand_where_the_words_are_in_the_file() throws Exception {
        assertThat(check("FROM a\nRUN cd / \\\n  # why\n  && rm $2\n")).containsExactly("4:9 sc2086 $2");
    }

    @Test
    void variables_of_env_and_arg_are_known_and_others_are_not() throws Exception {
        assertThat(check("FROM a\nARG X\nENV Y=1\nRUN echo \"$X $Y\"\n")).isEmpty();
        assertThat(check("FROM a\nRUN echo \"$lower\"\n")).containsExactly("2:11 sc2154 $lower");
    }

    @Test
    void the_shell_is_that_of_shell_pragma_and_shebang() throws Exception {
        String test = "RUN [[ -e x ]] && true\n";
        assertThat(check("FROM a\n" + test)).containsExactly("2:5 sc3010 [[ -e x ]]");
        assertThat(check("FROM a\nSHELL [\"/bin/bash\", \"-c\"]\n" + test)).isEmpty();
        assertThat(check("FROM a\n# hadolint shell=bash\n" + test)).isEmpty();
        assertThat(check("FROM a\nRUN <<E\n#!/bin/bash\n[[ -e x ]] && true\nE\n"))
                .isEmpty();
        assertThat(check("FROM a\nSHELL [\"powershell\"]\nRUN echo $x\n")).isEmpty();
    }

    @Test
    void scripts_of_many_files_are_looked_at_together() throws Exception {
        List<Dockerfile> files = IntStream.range(0, 300)
                .mapToObj(i -> Dockerfile.parse("d" + i, "FROM a\nRUN echo `date`\n"))
                .toList();
        Map<Dockerfile, List<Finding>> found = installed.orElseThrow().check(files);
        assertThat(found)
                .hasSize(300)
                .allSatisfy((file, findings) -> assertThat(findings)
                        .extracting(finding -> finding.rule().id())
                        .contains("sc2006"));
    }

    @Test
    void a_program_that_cannot_be_run_is_named_with_what_to_do() {
        assertThatThrownBy(() -> new ShellCheck("/nowhere/shellcheck")
                        .check(List.of(Dockerfile.parse("d", "FROM a\nRUN echo\n"))))
                .isInstanceOf(IOException.class)
                .hasMessage("/nowhere/shellcheck: cannot be run; --shellcheck off does without it");
    }

    private List<String> check(String text) throws IOException, InterruptedException {
        Dockerfile file = Dockerfile.parse("Dockerfile", text);
        return installed.orElseThrow().check(List.of(file)).getOrDefault(file, List.of()).stream()
                .map(finding -> file.position(finding.range().start()) + " "
                        + finding.rule().id() + " " + file.text(finding.range()))
                .toList();
    }
}
