package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.engine.container.NetworkMode;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images made of containers. What a configuration comes to is what {@code docker commit} of the same container makes. */
class CommitTest {
    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        engine = Engine.open(folder.resolve("store"));
        BusyboxImage.in(engine, folder.resolve("busybox"), "busybox");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private Container run(ContainerRequest request) throws IOException, InterruptedException {
        Container container = request.start();
        container.waitFor();
        return container;
    }

    private ContainerRequest sh(String script) {
        return engine.container("busybox").command("sh", "-c", script);
    }

    private Image image(String dockerfile) throws IOException, InterruptedException {
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), dockerfile);
        engine.build(context).tag("image").run();
        return engine.image("image");
    }

    @Test
    void an_image_of_a_container_has_one_layer_more_with_what_it_changed() throws Exception {
        Container container = run(sh("echo Elton >> /ch03.txt; rm /bin/ar").network(NetworkMode.NONE));

        Image image = container.commit().tag("soln").run();

        assertThat(image.config().diffIds())
                .startsWith(engine.image("busybox").config().diffIds().toArray(new Digest[0]))
                .hasSize(2);
        assertThat(LayerLines.of(folder.resolve("store"), image, 0))
                .containsExactly("directory 755 0:0 bin", "whiteout 0 0:0 bin/ar", "file 644 0:0 ch03.txt");
        Container again = run(engine.container("soln").command("cat", "/ch03.txt"));
        assertThat(again.logs()).isEqualTo("Elton\n");
    }

    @Test
    void its_history_tells_the_command_the_author_and_the_message() throws Exception {
        Container container = run(sh("touch /x"));

        Image image =
                container.commit().message("a message").author("Me <me@x>").run();

        HistoryEntry last = image.history().get(0).entry();
        assertThat(last.createdBy()).isEqualTo("sh -c touch /x");
        assertThat(last.comment()).isEqualTo("a message");
        assertThat(last.author()).isEqualTo("Me <me@x>");
        assertThat(last.created()).isEqualTo(image.config().created());
        assertThat(image.config().author()).isEqualTo("Me <me@x>");
    }

    @Test
    void a_container_that_changed_nothing_adds_no_layer() throws Exception {
        Image image = run(sh("true")).commit().run();

        assertThat(image.config().diffIds())
                .isEqualTo(engine.image("busybox").config().diffIds());
        assertThat(image.history().get(0).entry().emptyLayer()).isTrue();
    }

    @Test
    void it_keeps_what_the_container_was_run_with() throws Exception {
        image("""
                FROM busybox
                MAINTAINER Old
                SHELL ["/bin/sh","-ec"]
                ONBUILD RUN true
                ENV A=img B=img
                LABEL l=img
                EXPOSE 80
                STOPSIGNAL SIGUSR1
                ENTRYPOINT ["echo"]
                CMD ["x"]
                """);

        Container container = run(engine.container("image")
                .env("A", "3")
                .label("q", "1")
                .label("l", "mine")
                .user("user")
                .workingDirectory("/tmp")
                .command("y"));
        Image image = container.commit().run();

        ContainerConfig config = image.config().config();
        assertThat(config.env()).containsExactly("A=3", "PATH=/bin", "B=img");
        assertThat(config.labels())
                .containsEntry("l", "mine")
                .containsEntry("q", "1")
                .hasSize(2);
        assertThat(config.entrypoint()).containsExactly("echo");
        assertThat(config.cmd()).containsExactly("y");
        assertThat(config.user()).isEqualTo("user");
        assertThat(config.workingDir()).isEqualTo("/tmp");
        assertThat(config.exposedPorts()).containsExactly("80/tcp");
        assertThat(config.stopSignal()).isEqualTo("SIGUSR1");
        assertThat(config.shell()).isEmpty();
        assertThat(config.onBuild()).isEmpty();
        assertThat(image.config().author()).isEqualTo("Old");
    }

    @Test
    void changes_mean_what_they_mean_in_a_dockerfile() throws Exception {
        image("FROM busybox\nENV E=1\nSHELL [\"/bin/sh\",\"-ec\"]\nCMD [\"a\",\"b\"]\n");
        Container container = engine.container("image").create();

        ContainerConfig config = container
                .commit()
                .change("ENV E=$E:2 F=\"x y\" G=$HOME")
                .change("EXPOSE 90 80")
                .change("VOLUME /v")
                .change("WORKDIR sub")
                .change("ONBUILD RUN x")
                .change("STOPSIGNAL 9")
                .change("HEALTHCHECK CMD true")
                .change("USER bob")
                .change("CMD run this")
                .run()
                .config()
                .config();

        assertThat(config.toJson().toString())
                .isEqualTo(
                        "{\"User\":\"bob\",\"ExposedPorts\":{\"80/tcp\":{},\"90/tcp\":{}},\"Env\":[\"PATH=/bin\",\"E=1:2\",\"F=x"
                                + " y\",\"G=\"],\"Cmd\":[\"/bin/sh\",\"-c\",\"run this\"],"
                                + "\"Healthcheck\":{\"Test\":[\"CMD-SHELL\",\"true\"]},\"Volumes\":{\"/v\":{}},\"WorkingDir\":\"/sub\",\"OnBuild\":[\"RUN"
                                + " x\"],\"StopSignal\":\"9\"}");
    }

    @Test
    void a_new_entrypoint_leaves_the_arguments_of_the_old_one() throws Exception {
        Container container = engine.container("busybox").command("true").create();

        ContainerConfig config =
                container.commit().change("ENTRYPOINT [\"ent\"]").run().config().config();

        assertThat(config.entrypoint()).containsExactly("ent");
        assertThat(config.cmd()).isEmpty();
    }

    @Test
    void instructions_that_do_more_than_configure_are_refused() throws Exception {
        Container container = engine.container("busybox").create();

        assertThatThrownBy(() -> container.commit().change("RUN true").run())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "'RUN' cannot change an image's configuration; expected one of CMD, ENTRYPOINT");
        assertThatThrownBy(() -> container.commit().change("EXPOSE many").run())
                .hasMessageStartingWith("'EXPOSE many': ");
    }

    @Test
    void a_container_can_be_committed_when_its_image_has_lost_its_name() throws Exception {
        image("FROM busybox\nENV E=1\n");
        Container container = run(engine.container("image").command("touch", "/x"));
        image("FROM busybox\nENV E=2\n");

        assertThat(container.commit().run().config().config().env()).containsExactly("PATH=/bin", "E=1");
    }

    @Test
    void what_was_made_only_to_be_mounted_on_is_in_no_image_however_often_it_is_started() throws Exception {
        Container container = run(sh("echo x >> /x").bind(folder, "/mnt/here").volume("/data"));
        container.start();
        container.waitFor();

        assertThat(LayerLines.of(folder.resolve("store"), container.commit().run(), 0))
                .containsExactly("file 644 0:0 x");
    }
}
