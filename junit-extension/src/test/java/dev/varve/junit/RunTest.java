package dev.varve.junit;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How containers are run. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@UseImage("busybox")
class RunTest {
    @Test
    void with_another_program_user_and_folder(
            @Run(
                            entrypoint = {"sh", "-c"},
                            command = "echo $(id -un) $(pwd)",
                            user = "user",
                            workingDirectory = "/tmp")
                    Container container) {
        assertThat(container).printedExactly("user /tmp\n");
    }

    @Test
    void with_the_variables_of_a_file(Image image, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("env");
        Files.writeString(file, "# a comment\nA=1\nB=two words\n");

        assertThat(image.run(r -> r.envFile(file).command("sh", "-c", "echo $A $B")))
                .printedExactly("1 two words\n");
    }

    @Test
    void with_folders_of_this_machine(Image image, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("in"), "text");

        assertThat(image.run(r -> r.bind(folder, "/data").command("cp", "/data/in", "/data/out")))
                .exitedWith(0);
        assertThat(folder.resolve("out")).hasContent("text");
        assertThat(image.run(r -> r.bindReadOnly(folder, "/data").command("touch", "/data/no")))
                .exitedWith(1)
                .printed("Read-only file system");
    }

    @Test
    void without_writing_and_without_a_network(
            @Run(
                            command = {"sh", "-c", "touch /no; ls /sys/class/net"},
                            readOnly = true,
                            network = "none")
                    Container container) {
        assertThat(container).printed("Read-only file system").exitedWith(0).didNotPrint("eth");
    }

    @Test
    void with_files_put_in_before_it_starts(Image image, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("script");
        Files.writeString(file, "echo from a file\n");

        assertThat(image.run(r -> r.copyIn(file, "/tmp/script").command("sh", "/tmp/script")))
                .printedExactly("from a file\n");
    }

    @Test
    void further_programs_run_in_it(@Run(command = {"sleep", "1000"}) Container container) {
        assertThat(container.exec("sh", "-c", "echo out; echo err >&2; exit 4")).satisfies(result -> {
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.out()).isEqualTo("out\n");
            assertThat(result.err()).isEqualTo("err\n");
        });
    }

    @Test
    void stopping_is_asked_for_as_the_image_says(
            @Run(
                            command = {
                                "sh",
                                "-c",
                                "trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.05; done"
                            },
                            waitForLine = "ready")
                    Container container) {
        container.stop();

        assertThat(container).exitedWith(0).printed("bye");
    }

    @Run(
            command = {"echo", "composed"},
            waitForExit = true)
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Composed {}

    @Dockerfile(text = "FROM busybox\nENV COMPOSED=yes")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface ComposedImage {}

    @Test
    void as_annotations_of_ones_own_say(@Composed Container container, @ComposedImage Image image) {
        assertThat(container.out()).isEqualTo("composed\n");
        assertThat(image).hasEnv("COMPOSED", "yes");
    }

    @Test
    void a_mount_that_is_none_is_told(Image image) {
        assertThatThrownBy(() -> image.run(r -> r.variable("A"))).hasMessage("'A' is no NAME=value");
        assertThatThrownBy(() -> image.run(r -> r.bind(Path.of("/no/such"), "/data")))
                .hasMessageContaining("there is no '/no/such' here to mount on /data");
    }
}
