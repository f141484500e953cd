package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.junit.Arg;
import dev.varve.junit.BusyboxTest;
import dev.varve.junit.Dockerfile;
import dev.varve.junit.Image;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Every field of an image's configuration. */
@BusyboxTest
@Dockerfile(
        tags = "varve-test/config:1.2",
        args = @Arg(name = "SOURCE_DATE_EPOCH", value = "86400"),
        labels = @Arg(name = "org.opencontainers.image.licenses", value = "Apache-2.0"),
        text = """
            FROM busybox
            MAINTAINER Elton
            ENV TARGET=example.org METHOD=HEAD
            WORKDIR /web-ping
            USER user
            EXPOSE 80 53/udp
            VOLUME /data
            STOPSIGNAL SIGINT
            SHELL ["/bin/ash", "-c"]
            HEALTHCHECK CMD ["/bin/true"]
            ONBUILD COPY . .
            ENTRYPOINT ["/bin/sh", "-c"]
            CMD ["echo", "$TARGET"]
            """)
class ImageConfigAssertTest {
    @Test
    void is_asserted_field_by_field(Image image) {
        assertThat(image)
                .hasEnv("TARGET", "example.org")
                .hasEnv("METHOD")
                .doesNotHaveEnv("INTERVAL")
                .hasExactlyEnv("PATH=/bin", "TARGET=example.org", "METHOD=HEAD")
                .hasWorkingDir("/web-ping")
                .hasUser("user")
                .runsAsNonRoot()
                .exposes(80)
                .exposes("53/udp")
                .exposesExactly("80/tcp", "53/udp")
                .hasVolume("/data")
                .hasStopSignal("SIGINT")
                .hasShell("/bin/ash", "-c")
                .hasHealthcheck()
                .hasHealthcheck("CMD", "/bin/true")
                .hasOnBuild("COPY . .")
                .hasEntrypoint("/bin/sh", "-c")
                .hasCmd("echo", "$TARGET")
                .hasLabel("org.opencontainers.image.licenses")
                .hasLabel("org.opencontainers.image.licenses", "Apache-2.0")
                .hasAuthor("Elton")
                .wasCreated(Instant.ofEpochSecond(86_400))
                .hasPlatform(image.config().platform().toString())
                .hasTag("varve-test/config:1.2")
                .hasId(image.id())
                .hasDigest(image.digest().toString());
    }

    @Test
    @Dockerfile(text = "FROM busybox")
    void is_asserted_where_it_says_nothing(Image image) {
        assertThat(image).hasNoHealthcheck().hasNoVolumes().hasNoEntrypoint().exposesExactly();
    }

    @Test
    void another_value_is_told_with_what_to_say(Image image) {
        assertThatThrownBy(() -> assertThat(image).hasEnv("TARGET", "blog.sixeyed.com"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        the Dockerfile in the test
                        expected: ENV TARGET=blog.sixeyed.com
                        found:    ENV TARGET=example.org
                        next:     say it in the Dockerfile: ENV TARGET=blog.sixeyed.com""");
    }

    @Test
    void a_missing_variable_is_told_with_those_that_are_there(Image image) {
        assertThatThrownBy(() -> assertThat(image).hasEnv("INTERVAL", "3000")).hasMessage("""
                the Dockerfile in the test
                expected: ENV INTERVAL=3000
                found:    no variable INTERVAL; there are PATH, TARGET, METHOD
                next:     say it in the Dockerfile: ENV INTERVAL=3000""");
    }

    @Test
    void another_command_is_told_word_by_word(Image image) {
        assertThatThrownBy(() -> assertThat(image).hasCmd("node", "app.js")).hasMessage("""
                the Dockerfile in the test
                expected: CMD ["node", "app.js"]
                found:    CMD ["echo", "$TARGET"]""");
    }

    @Test
    void a_missing_port_is_told_with_those_that_are_there(Image image) {
        assertThatThrownBy(() -> assertThat(image).exposes(8080)).hasMessage("""
                the Dockerfile in the test
                expected: EXPOSE 8080/tcp
                found:    53/udp, 80/tcp
                next:     say it in the Dockerfile: EXPOSE 8080/tcp""");
    }

    @Test
    void a_missing_label_is_told_with_those_that_are_there(Image image) {
        assertThatThrownBy(() -> assertThat(image).hasLabel("version", "1")).hasMessage("""
                the Dockerfile in the test
                expected: LABEL version=1
                found:    no label version; there are org.opencontainers.image.licenses
                next:     say it in the Dockerfile: LABEL version="1\"""");
    }

    @Test
    @Dockerfile(text = "FROM busybox\nUSER 0:1000")
    void root_is_told_by_its_number_too(Image image) {
        assertThatThrownBy(() -> assertThat(image).runsAsNonRoot()).hasMessage("""
                the Dockerfile in the test
                expected: a USER other than root
                found:    USER 0:1000
                next:     make a user and say USER in the last stage of the Dockerfile""");
    }

    @Test
    void a_description_comes_first(Image image) {
        assertThatThrownBy(() -> assertThat(image).as("100% web-ping").hasWorkingDir("/app"))
                .hasMessage("""
                [100% web-ping] the Dockerfile in the test
                expected: WORKDIR /app
                found:    WORKDIR /web-ping""");
    }

    @Test
    void soft_assertions_tell_all_failures_together(Image image) {
        assertThatThrownBy(() -> VarveSoftAssertions.softly(softly -> {
                    softly.assertThat(image)
                            .hasWorkingDir("/app")
                            .hasUser("node")
                            .hasEnv("METHOD", "HEAD");
                    softly.assertThat(image)
                            .history()
                            .last()
                            .isInstruction("RUN")
                            .isEmptyLayer();
                    softly.assertThat(1).isEqualTo(2);
                }))
                .hasMessageContaining("expected: WORKDIR /app")
                .hasMessageContaining("expected: USER node")
                .hasMessageContaining("expected: the instruction RUN")
                .hasMessageContaining("expected: 2")
                .hasMessageContaining("4 failures");
    }
}
