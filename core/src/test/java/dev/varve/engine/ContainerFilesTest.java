package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.FileChange;
import dev.varve.layer.Layer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container changed, and files that go in and out. */
class ContainerFilesTest {
    @TempDir
    Path folder;

    private Path here;
    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
        here = Files.createDirectory(folder.resolve("here"));
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private Container ran(String script) throws IOException, InterruptedException {
        Container container =
                engine.container("busybox").command("sh", "-c", script).start();
        container.waitFor();
        return container;
    }

    /** What a command prints in an image of the container. */
    private String within(Container container, String script) throws IOException, InterruptedException {
        container.commit().tag("committed").run();
        Container other =
                engine.container("committed").command("sh", "-c", script).start();
        other.waitFor();
        return other.logs();
    }

    @Test
    void changes_are_told_as_docker_diff_tells_them() throws Exception {
        Container container = ran("echo hi > /tmp/f; mkdir -p /tmp/w/ctx; rm /bin/ar; chmod 700 /etc");

        assertThat(container.changes().stream().map(FileChange::toString))
                .containsExactly("C /bin", "D /bin/ar", "C /etc", "C /tmp", "A /tmp/f", "A /tmp/w", "A /tmp/w/ctx");
    }

    @Test
    void an_export_has_all_files_in_one_archive() throws Exception {
        Container container = ran("echo hi > /one; ln /one /two; rm -rf /bin/a*");

        Path archive = folder.resolve("export.tar");
        try (OutputStream out = Files.newOutputStream(archive)) {
            container.export(out);
        }

        try (Layer layer = Layer.open(archive)) {
            assertThat(layer.entries().stream().map(entry -> entry.kind() + " " + entry.path()))
                    .contains("FILE one", "HARD_LINK two", "FILE etc/passwd", "FILE bin/busybox", "SYMLINK bin/sh")
                    .doesNotContain("SYMLINK bin/ar");
        }
    }

    @Test
    void a_file_is_copied_out_under_another_name_or_into_a_folder() throws Exception {
        Container container = ran("mkdir /d; echo hi > /d/f; chmod 640 /d/f; ln -s d/f /link");

        container.copyOut("/d/f", here + "/g");
        container.copyOut("d/f", here.toString());
        container.copyOut("/link", here.toString());
        container.copyOut("/link", here + "/followed", true);

        assertThat(here.resolve("g")).hasContent("hi");
        assertThat(Files.getAttribute(here.resolve("f"), "unix:mode")).isEqualTo(0100640);
        assertThat(Files.readSymbolicLink(here.resolve("link"))).hasToString("d/f");
        assertThat(here.resolve("followed")).hasContent("hi");
    }

    @Test
    void a_folder_is_copied_out_with_or_without_its_name() throws Exception {
        Container container = ran("mkdir -p /d/e; echo hi > /d/e/f; chmod 555 /d/e");

        container.copyOut("/d", here.toString());
        container.copyOut("/d/.", here.toString());
        container.copyOut("/d", here + "/new");

        assertThat(here.resolve("d/e/f")).hasContent("hi");
        assertThat(here.resolve("e/f")).hasContent("hi");
        assertThat(here.resolve("new/e/f")).hasContent("hi");
        assertThat(Files.getAttribute(here.resolve("d/e"), "unix:mode")).isEqualTo(0040555);
    }

    @Test
    void a_missing_file_is_told() throws Exception {
        Container container = ran("true");

        assertThatThrownBy(() -> container.copyOut("/nosuch", here.toString()))
                .hasMessage("the container has no '/nosuch'");
        assertThatThrownBy(() -> container.copyOut("/etc/passwd", here + "/no/such"))
                .hasMessageContaining("there is no folder '" + here + "/no'");
        assertThatThrownBy(() -> container.copyIn(here + "/nosuch", "/"))
                .hasMessage("there is no '" + here + "/nosuch' here");
        assertThatThrownBy(() -> container.copyIn(here.toString(), "/no/such"))
                .hasMessage("the container has no folder '/no'");
    }

    @Test
    void a_file_is_copied_in_as_roots_where_the_containers_programs_find_it() throws Exception {
        Container container = ran("mkdir /d; ln -s /d /link; echo old > /d/old");
        Files.writeString(here.resolve("f"), "new");
        Files.setPosixFilePermissions(
                here.resolve("f"), java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));

        container.copyIn(here + "/f", "/link");
        container.copyIn(here + "/f", "/d/old");
        container.copyIn(here + "/f", "/g");

        assertThat(within(container, "cat /d/f /d/old /g; stat -c '%a %u:%g' /g"))
                .isEqualTo("newnewnew640 0:0\n");
    }

    @Test
    void a_folder_is_copied_in_with_or_without_its_name() throws Exception {
        Container container = ran("true");
        Files.createDirectories(here.resolve("sub"));
        Files.writeString(here.resolve("sub/f"), "new");

        container.copyIn(here.toString(), "/");
        container.copyIn(here + "/.", "/tmp");
        container.copyIn(here.toString(), "/other");

        assertThat(within(container, "cat /here/sub/f /tmp/sub/f /other/sub/f")).isEqualTo("newnewnew");
    }

    @Test
    void a_folder_that_takes_the_place_of_a_removed_one_holds_only_what_is_copied() throws Exception {
        ran("mkdir /data; echo old > /data/old").commit().tag("with-data").run();
        Container container =
                engine.container("with-data").command("rm", "-r", "/data").start();
        container.waitFor();
        Files.writeString(here.resolve("f"), "new");

        container.copyIn(here.toString(), "/data");

        assertThat(within(container, "ls /data")).isEqualTo("f\n");
    }

    @Test
    void an_archive_goes_out_and_in_again() throws Exception {
        Container container = ran("mkdir -p /d/e; echo hi > /d/e/f; chown 7:8 /d/e/f");
        ByteArrayOutputStream archive = new ByteArrayOutputStream();

        container.copyOut("/d", archive, false);
        container.copyIn(new java.io.ByteArrayInputStream(archive.toByteArray()), "/tmp", true);

        assertThat(within(container, "cat /tmp/d/e/f; stat -c %u:%g /tmp/d/e/f"))
                .isEqualTo("hi\n7:8\n");
    }
}
