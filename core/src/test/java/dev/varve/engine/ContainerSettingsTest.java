package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.ContainerState.Status;
import dev.varve.engine.container.EnvironmentFile;
import dev.varve.engine.container.NetworkMode;
import dev.varve.engine.container.PullPolicy;
import dev.varve.image.Platform;
import dev.varve.sandbox.Capability;
import dev.varve.sandbox.Mount;
import dev.varve.sandbox.SandboxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container is run with, as Docker runs the same. */
class ContainerSettingsTest {
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

    private void image(String dockerfile) throws IOException, InterruptedException {
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        engine.build(context).tag("image").run();
    }

    private ContainerRequest sh(String script) {
        return engine.container("busybox").command("sh", "-c", script);
    }

    private static String output(ContainerRequest request) throws IOException, InterruptedException {
        Container container = request.start();
        container.waitFor();
        return container.logs();
    }

    @Test
    void the_entrypoint_comes_before_the_command_or_the_images_arguments() throws Exception {
        image("FROM busybox\nENTRYPOINT [\"echo\",\"it\"]\nCMD [\"says\",\"this\"]\n");

        assertThat(output(engine.container("image"))).isEqualTo("it says this\n");
        assertThat(output(engine.container("image").command("other", "words"))).isEqualTo("it other words\n");
        assertThat(output(engine.container("image").entrypoint("echo"))).isEqualTo("\n");
        assertThat(output(engine.container("image").entrypoint("echo").command("a b")))
                .isEqualTo("a b\n");
        assertThat(output(engine.container("image").entrypoint().command("echo", "alone")))
                .isEqualTo("alone\n");
    }

    @Test
    void an_image_that_names_no_program_needs_a_command() throws Exception {
        image("FROM busybox\nENTRYPOINT [\"echo\"]\n");

        assertThatThrownBy(() -> engine.container("image").entrypoint().create())
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("no command specified");
    }

    @Test
    void the_callers_variables_replace_the_images() throws Exception {
        image("FROM busybox\nENV A=image B=image C=image\n");

        assertThat(output(engine.container("image")
                        .command("sh", "-c", "echo $A $B ${C-none} $HOME")
                        .env("A", "mine")
                        .env("HOME", "/elsewhere")
                        .withoutEnv("C")))
                .isEqualTo("mine image none /elsewhere\n");
    }

    @Test
    void a_file_of_variables_is_read_as_docker_reads_it() throws Exception {
        Path file = Files.writeString(
                here.resolve("env"), "# comment\n\nA=1\n  B=2\nQ=\"x y\" # z\nOWN\nNONE\nE=\nF=a=b \n");

        assertThat(EnvironmentFile.read(file, Map.of("OWN", "mine")))
                .containsExactly("A=1", "B=2", "Q=\"x y\" # z", "OWN=mine", "E=", "F=a=b ");
    }

    @Test
    void a_file_of_variables_that_makes_no_sense_is_told_with_its_line() throws Exception {
        Path file = Files.writeString(here.resolve("env"), "A=1\nC = 3\n");

        assertThatThrownBy(() -> EnvironmentFile.read(file, Map.of()))
                .hasMessage(file + ":2: 'C ' cannot be a variable's name: it has blanks");
    }

    @Test
    void a_user_is_given_by_name_or_number_with_or_without_a_group() throws Exception {
        image("FROM busybox\nRUN echo 'staff:x:50:user' >> /etc/group\n");

        assertThat(output(engine.container("image").command("id").user("user")))
                .isEqualTo("uid=1000(user) gid=1000(user) groups=50(staff),1000(user)\n");
        assertThat(output(engine.container("image").command("id").user("user:staff")))
                .isEqualTo("uid=1000(user) gid=50(staff) groups=50(staff)\n");
        assertThat(output(engine.container("image")
                        .command("sh", "-c", "id -u; id -g; echo $HOME")
                        .user("7:8")))
                .isEqualTo("7\n8\n/\n");
        assertThatThrownBy(() -> engine.container("image").user("nosuch").start())
                .hasMessage("the image has no user named 'nosuch'");
    }

    @Test
    void a_user_that_the_container_has_added_is_known_when_it_starts_again() throws Exception {
        Container container = sh("id -u; echo 'new:x:77:77::/new:/bin/sh' >> /etc/passwd")
                .name("adds")
                .start();
        container.waitFor();
        container.start();
        container.waitFor();

        String id = container.commit().run().id().toString();
        assertThat(output(engine.container(id).command("id", "-u").user("new"))).isEqualTo("77\n");
    }

    @Test
    void the_working_directory_is_made_where_it_is_missing() throws Exception {
        assertThat(output(sh("pwd").workingDirectory("/no/such"))).isEqualTo("/no/such\n");
        assertThatThrownBy(() -> sh("pwd").workingDirectory("relative").create())
                .hasMessageContaining("must be an absolute path");
    }

    @Test
    void it_calls_its_machine_by_its_own_id_or_as_is_said() throws Exception {
        Container container =
                sh("hostname; cat /etc/hostname").network(NetworkMode.NONE).start();
        container.waitFor();

        String id = container.id().substring(0, 12);
        assertThat(container.logs()).isEqualTo(id + "\n" + id + "\n");
        assertThat(output(sh("hostname; echo $HOSTNAME").hostname("box"))).isEqualTo("box\nbox\n");
    }

    @Test
    void without_a_network_there_is_only_a_loopback_and_dockers_hosts() throws Exception {
        assertThat(output(sh("ls /sys/class/net; cat /etc/hosts")
                        .network(NetworkMode.NONE)
                        .host("db", "10.0.0.1")))
                .isEqualTo("""
                    lo
                    127.0.0.1	localhost
                    ::1	localhost ip6-localhost ip6-loopback
                    fe00::	ip6-localnet
                    ff00::	ip6-mcastprefix
                    ff02::1	ip6-allnodes
                    ff02::2	ip6-allrouters
                    10.0.0.1	db
                    """);
    }

    @Test
    void a_folder_of_the_machine_is_seen_and_changed_or_only_seen() throws Exception {
        Files.writeString(here.resolve("file"), "here\n");

        assertThat(output(sh("cat /mnt/file; echo there > /mnt/made").bind(here, "/mnt")))
                .isEqualTo("here\n");
        assertThat(here.resolve("made")).hasContent("there");
        assertThat(output(sh("touch /mnt/no || echo refused").bindReadOnly(here, "/mnt")))
                .contains("refused");
        assertThatThrownBy(() -> sh("true").bind(here.resolve("nosuch"), "/mnt").create())
                .hasMessage("there is no '" + here + "/nosuch' here to mount on /mnt");
    }

    @Test
    void memory_can_be_mounted() throws Exception {
        assertThat(output(
                        sh("mount | grep ' /fast '; stat -c %a /fast").mount(new Mount.Tmpfs("/fast", 1 << 20, 0700))))
                .contains("tmpfs on /fast type tmpfs")
                .contains("size=1024k")
                .endsWith("700\n");
    }

    @Test
    void a_volume_begins_with_what_the_image_has_there_and_is_in_no_image_made_of_it() throws Exception {
        image("""
            FROM busybox
            RUN mkdir /data && echo image > /data/file && chown -R 7:8 /data && chmod 750 /data
            VOLUME /data /empty
            """);

        Container container = engine.container("image")
                .command("sh", "-c", "cat /data/file; stat -c '%u:%g %a' /data; ls /empty; echo more >> /data/file")
                .start();
        container.waitFor();
        container.start();
        container.waitFor();

        assertThat(container.logs()).isEqualTo("image\n7:8 750\nimage\nmore\n7:8 750\n");
        assertThat(output(engine.container(container.commit().run().id().toString())
                        .command("cat", "/data/file")))
                .isEqualTo("image\n");
    }

    @Test
    void a_read_only_container_writes_only_to_what_is_mounted() throws Exception {
        assertThat(output(sh("touch /no 2>/dev/null || echo refused; touch /tmp/yes && echo written")
                        .readOnly()
                        .mount(new Mount.Tmpfs("/tmp", 0, 01777))))
                .isEqualTo("refused\nwritten\n");
    }

    @Test
    void capabilities_are_dockers_but_for_those_that_are_added_or_dropped() throws Exception {
        String script = "grep CapBnd /proc/self/status";

        assertThat(output(sh(script))).isEqualTo("CapBnd:\t00000000a80425fb\n");
        assertThat(output(sh(script).addCapability(Capability.NET_ADMIN).dropCapability(Capability.MKNOD)))
                .isEqualTo("CapBnd:\t00000000a00435fb\n");
    }

    /** A busybox that belongs to root and becomes it, whoever calls it; root's password is empty. */
    private void imageWithSetUser() throws IOException, InterruptedException {
        image("""
                FROM busybox
                COPY --chmod=4755 --from=busybox /bin/busybox /set-user/busybox
                RUN sed -i s/root:x:/root::/ /etc/passwd
                USER user
                """);
    }

    private ContainerRequest becomingRoot() {
        return engine.container("image")
                .command("/set-user/busybox", "su", "-c", "id -u; grep Cap[PB] /proc/self/status");
    }

    @Test
    void a_set_user_program_has_the_capabilities_of_the_containers_root_and_no_more() throws Exception {
        imageWithSetUser();

        assertThat(output(engine.container("image").command("grep", "NoNewPrivs", "/proc/self/status")))
                .isEqualTo("NoNewPrivs:\t0\n");
        assertThat(output(becomingRoot())).isEqualTo("""
                0
                CapPrm:\t00000000a80425fb
                CapBnd:\t00000000a80425fb
                """);
        assertThat(output(becomingRoot().dropCapability(Capability.MKNOD))).contains("CapPrm:\t00000000a00425fb\n");
    }

    @Test
    void a_set_user_program_gains_nothing_where_the_caller_wants_it_so() throws Exception {
        imageWithSetUser();

        assertThat(output(becomingRoot().withoutNewPrivileges())).isEqualTo("su: must be suid to work properly\n");
        assertThat(output(engine.container("image")
                        .command("grep", "NoNewPrivs", "/proc/self/status")
                        .withoutNewPrivileges()))
                .isEqualTo("NoNewPrivs:\t1\n");
    }

    @Test
    void a_process_that_is_added_gains_as_much_as_the_first() throws Exception {
        imageWithSetUser();
        Container container = engine.container("image").command("sleep", "1000").start();

        assertThat(container.exec("/set-user/busybox", "su", "-c", "id -u").run())
                .isEqualTo(new ExecResult(0, "0\n", ""));

        container.removeByForce();
    }

    @Test
    void an_image_for_another_processor_is_refused_before_anything_runs() throws Exception {
        Path context = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /\nCMD [\"/x\"]\n");
        engine.build(context)
                .platform(Platform.parse("linux/s390x"))
                .tag("foreign")
                .run();

        assertThatThrownBy(() -> engine.container("foreign").start())
                .isInstanceOf(SandboxException.class)
                .hasMessageStartingWith("the image is for linux/s390x, and this machine is ");
    }

    @Test
    void an_image_that_is_not_here_is_not_pulled_where_that_is_not_wanted() {
        assertThatThrownBy(
                        () -> engine.container("nosuch").pull(PullPolicy.NEVER).create())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("there is no image 'nosuch' here, and it is not to be pulled");
    }

    @Test
    void what_a_container_is_run_with_stays_when_it_starts_again() throws Exception {
        Container container = engine.container("busybox")
                .command("sh", "-c", "echo $A; id -u; pwd")
                .env("A", "1")
                .user("user")
                .workingDirectory("/tmp")
                .name("again")
                .create();
        assertThat(container.state().status()).isEqualTo(Status.CREATED);

        try (Engine other = Engine.open(folder.resolve("store"))) {
            Container same = other.findContainer("again");
            same.start();
            assertThat(same.waitFor()).isZero();
        }

        assertThat(container.logs()).isEqualTo("1\n1000\n/tmp\n");
        assertThat(container.state().status()).isEqualTo(Status.EXITED);
    }

    @Test
    void a_container_has_another_name_at_once() throws Exception {
        Container container = sh("true").name("before").create();
        sh("true").name("taken").create();

        container.rename("after");

        assertThat(engine.findContainer("after").id()).isEqualTo(container.id());
        assertThatThrownBy(() -> engine.findContainer("before")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> container.rename("taken")).hasMessageContaining("the name 'taken' is taken");
        sh("true").name("before").create();
    }
}
