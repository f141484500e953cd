package dev.varve.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void a_base() throws IOException {
        shell = new Shell(folder);
        Files.writeString(folder.resolve(".varve.yaml"), "");
        Busybox.image(shell, "base");
    }

    @Test
    void a_file_with_another_name_in_each_build_is_no_difference() throws IOException {
        Path file = dockerfile("FROM base\nRUN busybox mktemp /tmp/XXXXXX\nRUN true\n");

        Shell.Result result = verify("DL3059", file);

        assertThat(result.err())
                .contains("building as it would be once more, for what differs anyway\n")
                .endsWith("mended 1; the image is the same\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void a_difference_is_told_and_nothing_written() throws IOException {
        Files.writeString(folder.resolve("src"), "");
        String text = "FROM base\nCOPY --chown=9 src /srv/src\nCOPY --from=base /etc /srv/etc\n";
        Path file = dockerfile(text);

        Shell.Result result = verify("copy-order", file);

        assertThat(result.err()).endsWith(": not changed: the image would differ in 1 path: /srv\n");
        assertThat(result.code()).isEqualTo(2);
        assertThat(file).hasContent(text);
    }

    @Test
    void the_images_that_were_built_for_it_are_gone_and_those_that_were_there_are_not() throws IOException {
        Path file = dockerfile("FROM base\nRUN echo a >/tmp/a\nRUN echo b >/tmp/b\n");
        shell.run("build", "-t", "mine", folder.toString());
        Path failing = Files.writeString(folder.resolve("failing.Dockerfile"), "FROM base\nRUN true\nRUN false\n");

        Shell.Result result = verify("DL3059", file, failing);

        assertThat(result.err()).contains(file + ": mended 1; the image is the same\n");

        assertThat(shell.run("images", "--format", "{{.Repository}}").lines())
                .containsExactlyInAnyOrder("mine", "base");
    }

    @Test
    void of_a_build_that_fails_the_end_of_its_output_is_shown_and_other_files_are_mended() throws IOException {
        Path file = dockerfile("FROM base\nRUN true\nRUN cat nothing\n");
        Path baseless =
                Files.writeString(folder.resolve("b.Dockerfile"), "FROM localhost:1/none\nRUN true\nRUN true\n");
        Path other = Files.writeString(folder.resolve("c.Dockerfile"), "FROM base\nRUN true\nRUN true\n");

        Shell.Result result = verify("DL3059", file, baseless, other);

        assertThat(result.err())
                .contains("------\n > RUN cat nothing:\ncat: can't open 'nothing': No such file or directory\n------\n")
                .contains(file + ": not changed: it cannot be built, so nothing shows that the image stays the same: "
                        + file + ":3: RUN cat nothing: the command ended with exit code 1\n")
                .contains(baseless + ": not changed: it cannot be built")
                .endsWith(other + ": mended 1; the image is the same\n");
        assertThat(result.code()).isEqualTo(2);
    }

    private Path dockerfile(String text) throws IOException {
        return Files.writeString(folder.resolve("Dockerfile"), text);
    }

    private Shell.Result verify(String rule, Path... files) {
        String[] arguments = new String[5 + files.length];
        String[] flags = {"lint", "--select", rule, "--fix-unsafe", "--verify"};
        System.arraycopy(flags, 0, arguments, 0, flags.length);
        for (int i = 0; i < files.length; i++) {
            arguments[flags.length + i] = files[i].toString();
        }
        return shell.run(arguments);
    }
}
