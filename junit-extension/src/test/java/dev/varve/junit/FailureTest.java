package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is told where something goes wrong. */
@ExtendWith(Busybox.class)
@EnabledIfEngineCan(Ability.RUN)
class FailureTest {
    @ImageTest
    static class Nameless {
        @Test
        void test(Image image) {}
    }

    @Test
    void an_image_must_be_named() {
        assertThat(Kit.run(Nameless.class).failure())
                .startsWith("no image is named for dev.varve.junit.Image ")
                .endsWith(": put @Dockerfile(context = \"…\") or @UseImage(\"…\") on it, its method or its class");
    }

    @ImageTest
    static class Elsewhere {
        @Test
        @Dockerfile(context = "src/test/nowhere")
        void test(Image image) {}
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(Kit.run(Elsewhere.class).failure())
                .endsWith("/src/test/nowhere: there is no such folder; @Dockerfile(context = …) is seen from "
                        + java.nio.file.Path.of("").toAbsolutePath());
    }

    @ImageTest
    static class Unbuildable {
        @Test
        @Dockerfile(text = "FROM busybox\nRUN echo one && exit 3")
        void test(Image image) {}
    }

    @Test
    void a_build_that_fails_is_told_with_its_line_and_what_it_printed() {
        Kit run = Kit.run(Unbuildable.class);

        assertThat(run.failure()).contains("""
                Dockerfile:2: RUN echo one && exit 3: """).contains("""
                its output ended with
                  one
                look around at that point: varve run -it sha256:""");
        assertThat(published(run)).containsKey("failed-build.log");
        assertThat(published(run).get("failed-build.log")).contains("line 2  RUN echo one && exit 3\none\n");
    }

    private static Map<String, String> published(Kit run) {
        Map<String, String> published = new java.util.TreeMap<>();
        run.published().forEach(entry -> published.putAll(entry.getKeyValuePairs()));
        return published;
    }

    @ImageTest
    @UseImage("busybox")
    static class Hung {
        @Test
        void test(
                @Run(
                                command = {"sh", "-c", "echo ready; sleep 1000"},
                                timeoutSeconds = 1)
                        Container container) {
            container.await();
        }
    }

    @Test
    void a_container_that_hangs_is_told_with_what_it_printed() {
        Kit run = Kit.run(Hung.class);

        assertThat(run.failure()).isEqualTo("""
                container 'sh -c echo ready; sleep 1000' of busybox did not end within 1 s; it printed
                  ready
                next: wait for a line, a port or a URL instead of its end, or give it more time with \
                @Run(timeoutSeconds = …), RunRequest.timeout(…) or the configuration parameter varve.timeout""");
        assertThat(published(run).keySet())
                .anyMatch(name -> name.matches("container-.*\\.log"))
                .contains("manifest.json", "config.json");
        assertThat(published(run)).containsValue("ready\n");
    }

    @Test
    void what_helps_to_understand_a_failure_is_published_as_files(@TempDir Path output) throws Exception {
        FilesKit.run(Hung.class, output);

        try (Stream<Path> files = Files.list(output.resolve("varve"))) {
            assertThat(files.map(
                            file -> file.getFileName().toString().replaceAll("container-.*\\.log", "container.log")))
                    .containsExactlyInAnyOrder("manifest.json", "config.json", "container.log");
        }
        assertThat(output.resolve("varve/config.json")).content().contains("\"Cmd\":[\"/bin/sh\"]");
    }

    @ImageTest
    @UseImage("busybox")
    static class Impatient {
        @Test
        @Timeout(value = 500, unit = TimeUnit.MILLISECONDS)
        void test(@Run(command = {"sh", "-c", "echo ready; sleep 1000"}) Container container) {
            container.await();
        }
    }

    @Test
    void the_tests_own_timeout_ends_the_container_and_tells_what_it_printed() {
        Throwable failure = Kit.run(Impatient.class).failures().get(0);

        assertThat(failure).hasMessageContaining("timed out after 500 milliseconds");
        assertThat(failure.getSuppressed()[0]).hasMessage("""
                container 'sh -c echo ready; sleep 1000' of busybox did not end when the test was interrupted; it printed
                  ready""");
    }

    @ImageTest
    @UseImage("busybox")
    static class Silent {
        @Test
        void test(
                @Run(
                                command = {"sh", "-c", "echo other; exit 4"},
                                waitForLine = "ready")
                        Container container) {}
    }

    @Test
    void a_line_that_cannot_come_any_more_is_not_waited_for() {
        assertThat(Kit.run(Silent.class).failure()).endsWith("""
                container 'sh -c echo other; exit 4' of busybox did not print 'ready' and ended with exit code 4; \
                it printed
                  other""");
    }

    @ImageTest
    @UseImage("busybox")
    static class Deaf {
        @Test
        void test(@Run(command = "cat") Container container) {
            container.sendLine("hello");
        }
    }

    @Test
    void a_container_without_standard_input_says_so() {
        assertThat(Kit.run(Deaf.class).failure())
                .isEqualTo("container 'cat' of busybox has no standard input; say stdin() or @Run(stdin = true)");
    }

    @ImageTest
    @UseImage("busybox")
    static class Wrong {
        @Test
        void test(@Run(command = "no-such-program") Container container) {}
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        assertThat(Kit.run(Wrong.class).failure()).contains("no-such-program");
    }

    @Test
    void an_image_that_is_not_there_is_named() {
        assertThat(Kit.run(Missing.class).failure())
                .endsWith(
                        ": there is no image 'no/such' here; 'varve pull no/such' brings one, 'varve images' shows what"
                                + " there is");
    }

    @ImageTest
    static class Missing {
        @Test
        void test(@UseImage("no/such") Image image) {}
    }
}
