package dev.varve.cli.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.cli.Busybox;
import dev.varve.cli.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a system that lets nobody make a container everything else works, and the reason is given. */
class NoNamespacesTest {
    private static final String REASON = "this machine cannot run containers: user namespaces are switched off for"
            + " ordinary users (user.max_user_namespaces is 0); as root: sysctl -w user.max_user_namespaces=15000,"
            + " or run as root\n";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void image() throws IOException, InterruptedException {
        shell = new Shell(folder);
        Busybox.image(shell, "base");
        Printed probe = varve("info", "--format", "{{.CanRun}}");
        assumeTrue(probe.text.equals("false\n"), "the switch cannot be turned here: " + probe.text);
    }

    private record Printed(int code, String text) {}

    private Printed varve(String... arguments) throws IOException, InterruptedException {
        Process process = VarveProcess.withoutNamespaces(shell, arguments).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), text);
    }

    private String context(String dockerfile) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Files.writeString(folder.resolve("file"), "text\n");
        return folder.toString();
    }

    @Test
    void info_says_so_in_text_and_json() throws Exception {
        assertThat(varve("info").text())
                .contains("Can Run: false\nObstacles: user namespaces are switched off for ordinary users");
        assertThat(varve("info", "--format", "json").text())
                .contains("\"Sandbox\":\"embedded\",", "\"CanRun\":false,\"Obstacles\":[\"user namespaces are ");
    }

    @Test
    void a_build_goes_up_to_its_first_run() throws Exception {
        Printed printed = varve("build", context("FROM base\nCOPY file /\nRUN true\n"));

        assertThat(printed.code()).isEqualTo(1);
        assertThat(printed.text()).contains("COPY file /\n#2 DONE", "Dockerfile:3: RUN true: " + REASON);
    }

    @Test
    void a_build_without_run_and_what_is_done_with_images_works() throws Exception {
        assertThat(varve("build", "-t", "it", context("FROM base\nCOPY file /\n"))
                        .code())
                .isZero();
        assertThat(varve("history", "it").text()).contains("COPY file /");
        assertThat(varve("create", "--name", "made", "it").code()).isZero();
        assertThat(varve("cp", "made:/file", folder.resolve("copy").toString()).code())
                .isZero();
        assertThat(folder.resolve("copy")).hasContent("text");
        assertThat(varve("commit", "made", "kept").code()).isZero();
        assertThat(varve("rm", "made").text()).isEqualTo("made\n");
        assertThat(varve("rmi", "it").text()).startsWith("Untagged: it:latest\n");
    }

    @Test
    void run_exits_with_125() throws Exception {
        assertThat(varve("run", "base", "true")).isEqualTo(new Printed(125, "varve: " + REASON));
        assertThat(varve("run", "-d", "base", "true")).isEqualTo(new Printed(125, "varve: " + REASON));
    }
}
