package dev.varve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.cli.container.Typing;
import dev.varve.cli.container.VarveProcess;
import dev.varve.cli.image.RealRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody types who learns containers, from the first build to the lab's solution. The base images lie in a real
 * registry, which stands in for Docker Hub.
 */
class LearnersSessionTest {
    private static final String EXAMPLE = "../examples/web-ping";

    @TempDir
    Path folder;

    private RealRegistry registry;
    private Shell shell;

    @BeforeEach
    void registry() throws Exception {
        registry = RealRegistry.start(folder.resolve("registry"), false);
        shell = new Shell(folder.resolve("learner")).with("VARVE_MIRRORS", "docker.io=http://" + registry.host());
    }

    @AfterEach
    void stop() {
        shell.run("rm", "-f", "web-ping", "ch03lab");
        registry.close();
    }

    private static String done(Shell shell, String... command) {
        Shell.Result result = shell.run(command);
        assertThat(result.code())
                .withFailMessage(() -> String.join(" ", command) + ": " + result.err())
                .isZero();
        return result.raw().size() > 0 ? result.raw().toString(java.nio.charset.StandardCharsets.UTF_8) : result.out();
    }

    /** Builds with this machine what a publisher has put on the hub. */
    private void publish(TestReporter reporter) throws Exception {
        Path context = Files.createDirectories(folder.resolve("publisher/context"));
        MachinePrograms programs = new MachinePrograms(context.resolve("root"));
        Shell publisher = new Shell(folder.resolve("publisher"));
        String hub = registry.host() + "/";
        build(
                publisher,
                context,
                hub + "diamol/base",
                "FROM scratch\nCOPY root /\nENV PATH=/bin:/usr/bin\nCMD [\"sh\"]\n");
        reporter.publishEntry("node", programs.addNode());
        build(publisher, context, hub + "diamol/node", "FROM scratch\nCOPY root /\nENV PATH=/bin:/usr/bin\n");
        done(publisher, "tag", hub + "diamol/node", hub + "library/node:22-alpine");
        Files.writeString(context.resolve("ch03.txt"), "Lab solution, by: ");
        String lab = "FROM " + hub + "diamol/base\nWORKDIR /diamol\nCOPY ch03.txt .\n";
        build(publisher, context, hub + "diamol/ch03-lab", lab);
        for (String name : new String[] {"diamol/base", "diamol/node", "library/node:22-alpine", "diamol/ch03-lab"}) {
            done(publisher, "push", hub + name);
        }
    }

    private static void build(Shell shell, Path context, String name, String dockerfile) throws Exception {
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        done(shell, "build", "-t", name, context.toString());
    }

    @Test
    void the_whole_session(TestReporter reporter) throws Exception {
        publish(reporter);
        Path context = Files.createDirectories(folder.resolve("web-ping"));
        Files.copy(Path.of(EXAMPLE, "app.js"), context.resolve("app.js"));
        Files.writeString(context.resolve("Dockerfile"), """
                FROM diamol/node
                ENV TARGET="example.org" METHOD="HEAD" INTERVAL="3000"
                WORKDIR /web-ping
                COPY app.js .
                CMD ["node", "app.js"]
                """);

        done(shell, "image", "build", "--tag", "web-ping", context.toString());
        Process ping = VarveProcess.of(
                        shell, "container", "run", "--name", "web-ping", "--env", "TARGET=google.com", "web-ping")
                .start();
        assertThat(VarveProcess.readUntil(ping, "method: HEAD\n")).startsWith("Pinging: google.com; method: HEAD\n");
        done(shell, "container", "kill", "web-ping");
        assertThat(ping.waitFor()).isEqualTo(137);

        assertThat(done(shell, "image", "ls", "w*", "--format", "{{.Repository}}:{{.Tag}}"))
                .isEqualTo("web-ping:latest\n");
        assertThat(done(shell, "image", "history", "--no-trunc", "web-ping", "--format", "{{.CreatedBy}}")
                        .lines())
                .startsWith("CMD [\"node\" \"app.js\"]", "COPY app.js . # buildkit", "WORKDIR /web-ping");
        assertThat(done(shell, "system", "df", "--format", "{{.Type}} {{.TotalCount}} {{.Active}}"))
                .startsWith("Images 2 1\nContainers 1 0\n");

        assertThat(shell.run("image", "build", "--tag", "web-ping:example", EXAMPLE)
                        .code())
                .isZero();

        Typing typing =
                Typing.into(VarveProcess.atTerminal(shell, "run", "-it", "--name", "ch03lab", "diamol/ch03-lab"));
        typing.line("echo Elton >> ch03.txt");
        assertThat(typing.end("exit")).isZero();
        done(shell, "container", "commit", "ch03lab", "ch03-lab-soln");
        assertThat(done(shell, "container", "run", "ch03-lab-soln", "cat", "ch03.txt"))
                .isEqualTo("Lab solution, by: Elton\n");
    }
}
