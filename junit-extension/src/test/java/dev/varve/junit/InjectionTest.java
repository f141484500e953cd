package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.Engine;
import dev.varve.engine.build.StepOutcome.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a test gets by its parameters. */
@BusyboxTest
@EnabledIfEngineCan(Ability.RUN)
@Dockerfile(text = """
            FROM busybox
            ARG GREETING=hello
            ENV GREETING=$GREETING
            WORKDIR /work
            RUN echo made > made.txt
            CMD ["sh", "-c", "echo $GREETING"]
            """)
class InjectionTest {
    @Test
    void an_image_with_its_configuration_and_files(Image image) throws Exception {
        assertThat(image.config().config().workingDir()).isEqualTo("/work");
        assertThat(Files.readString(image.path("/work/made.txt"))).isEqualTo("made\n");
    }

    @Test
    void a_container_that_runs_the_image(Container container) {
        container.await();

        assertThat(container.exitCode()).isZero();
        assertThat(container.logs()).isEqualTo("hello\n");
    }

    @Test
    void a_container_that_is_run_in_another_way(
            @Run(env = "GREETING=good morning", waitForExit = true) Container container) {
        assertThat(container.out()).isEqualTo("good morning\n");
    }

    @Test
    void a_build_that_the_test_runs_itself(Build build) {
        build.run();
        assertThat(build.run().steps()).extracting(step -> step.status()).doesNotContain(Status.EXECUTED);
    }

    @Test
    void the_engine_that_all_share(Engine engine, Image image) throws Exception {
        assertThat(engine.image(image.id()).id()).hasToString(image.id());
    }

    @Test
    @Dockerfile(text = "FROM busybox\nENV GREETING=method")
    void the_image_of_a_method(Image image) {
        assertThat(image.config().config().env()).contains("GREETING=method");
    }

    @Test
    void the_image_of_a_parameter(
            Image ofClass, @Dockerfile(text = "FROM busybox\nENV GREETING=parameter") Image ofParameter) {
        assertThat(ofClass.config().config().env()).contains("GREETING=hello");
        assertThat(ofParameter.config().config().env()).contains("GREETING=parameter");
    }

    @Test
    void an_image_that_the_store_has(@UseImage("busybox") Image image) {
        assertThat(image.tags()).contains("busybox:latest");
    }

    @Nested
    class Within_a_nested_class {
        @Test
        void the_image_of_the_class_around_it(Image image) {
            assertThat(image.config().config().env()).contains("GREETING=hello");
        }

        @Nested
        @Dockerfile(text = "FROM busybox\nENV GREETING=nested")
        class With_a_Dockerfile_of_its_own {
            @Test
            void that_one(Image image) {
                assertThat(image.config().config().env()).contains("GREETING=nested");
            }
        }
    }

    @Nested
    @Dockerfile(name = "company/base", text = "FROM busybox\nENV BASE=1")
    @Dockerfile(text = """
                FROM company/base
                COPY --from=company/base /etc/group /copied
                """)
    class With_images_based_on_one_another {
        @Test
        void the_last_is_tested(Image image) {
            assertThat(image.config().config().env()).contains("BASE=1");
            assertThat(image.path("/copied")).exists();
        }

        @Test
        void the_others_are_there_by_name(@UseImage("company/base") Image base) {
            assertThat(base.config().config().env()).contains("BASE=1");
            assertThat(base.path("/copied")).doesNotExist();
        }
    }

    @Test
    void what_is_typed_is_in_the_image_that_is_made_of_the_container(Image image) throws Exception {
        Container lab = image.run(r -> r.command("sh").stdin());
        lab.sendLine("echo Elton >> made.txt");
        lab.sendLine("exit");

        assertThat(lab.await().exitCode()).isZero();
        assertThat(Files.readAllLines(lab.commit().path("/work/made.txt"))).isEqualTo(List.of("made", "Elton"));
    }

    @Test
    void files_go_in_and_out(Image image, @org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Container container = image.run(r -> r.file("/work/in.txt", "text").command("cp", "in.txt", "out.txt"));
        container.await().copyOut("/work/out.txt", folder.resolve("out.txt"));

        assertThat(folder.resolve("out.txt")).hasContent("text");
        assertThat(container.path("/work/out.txt")).hasContent("text");
    }
}
