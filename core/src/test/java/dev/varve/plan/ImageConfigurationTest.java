package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.image.ContainerConfig;
import dev.varve.image.HealthCheckConfig;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The image that a plan makes: its configuration and its history. */
class ImageConfigurationTest {
    private static final String PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final BuildOptions AMD64 = BuildOptions.defaults().withPlatform(Platform.parse("linux/amd64"));

    private static ImageConfig image(BuildOptions options, String... lines) throws PlanException {
        return BuildPlan.of(Dockerfile.parse("Dockerfile", String.join("\n", lines)), options)
                .target()
                .image();
    }

    private static ImageConfig image(String... lines) throws PlanException {
        return image(AMD64, lines);
    }

    private static ContainerConfig config(String... lines) throws PlanException {
        return image(lines).config();
    }

    private static List<String> history(String... lines) throws PlanException {
        return image(lines).history().stream()
                .map(entry -> (entry.emptyLayer() ? "- " : "+ ") + entry.createdBy())
                .toList();
    }

    /** Knows one image, {@code base}, by its configuration. */
    private static BuildOptions on(String json) throws Exception {
        ImageConfig base = ImageConfig.parse(json.getBytes(StandardCharsets.UTF_8));
        return BuildOptions.defaults().withBaseImages((name, platform) -> new BaseImage(name, base));
    }

    @Test
    void nothing_has_a_path_and_a_folder() throws Exception {
        assertThat(config("FROM scratch").env()).containsExactly(PATH);
        assertThat(config("FROM scratch").workingDir()).isEqualTo("/");
        assertThat(config("FROM base").env()).containsExactly(PATH);
        assertThat(config("FROM base").workingDir()).isEmpty();
    }

    @Test
    void an_entrypoint_puts_aside_the_command_of_the_image_below_but_not_of_its_own_stage() throws Exception {
        BuildOptions options = on("{\"config\":{\"Cmd\":[\"below\"]}}");
        assertThat(image(options, "FROM base", "ENTRYPOINT [\"e\"]").config().cmd())
                .isEmpty();
        assertThat(image(options, "FROM base", "CMD own", "ENTRYPOINT [\"e\"]")
                        .config()
                        .cmd())
                .containsExactly("/bin/sh", "-c", "own");
        assertThat(image(options, "FROM base AS a", "CMD own", "FROM a", "ENTRYPOINT [\"e\"]")
                        .config()
                        .cmd())
                .isEmpty();
    }

    @Test
    void the_triggers_of_the_image_below_run_and_are_gone() throws Exception {
        BuildOptions options =
                on("{\"config\":{\"OnBuild\":[\"ENV A=1\",\"LABEL b=$A\"]},\"history\":[{\"created_by\":\"x\"}]}");
        ImageConfig image = image(options, "FROM base", "ONBUILD RUN  ls  -l", "USER me");
        assertThat(image.config().onBuild()).containsExactly("RUN  ls  -l");
        assertThat(image.config().labels()).isEqualTo(Map.of("b", "1"));
        assertThat(image.history().stream().map(HistoryEntry::createdBy))
                .containsExactly("x", "ENV A=1", "LABEL b=1", "USER me");
    }

    @Test
    void ports_come_one_by_one() throws Exception {
        assertThat(config("FROM scratch", "ARG p=8000-8002/UDP", "EXPOSE 80 $p 127.0.0.1:90:81/tcp")
                        .exposedPorts())
                .containsExactly("80/tcp", "8000/udp", "8001/udp", "8002/udp", "81/tcp");
        assertThat(history("FROM scratch", "EXPOSE 90 8000-8001"))
                .containsExactly("- EXPOSE [8000/tcp 8001/tcp 90/tcp]");
        for (String wrong : List.of("x", "65536", "9-8", "80/ip", "1:2-3", "-1", "1-", "1-2:3-5")) {
            assertThatThrownBy(() -> image("FROM scratch", "EXPOSE " + wrong))
                    .as(wrong)
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void a_health_check_is_shown_as_go_shows_it() throws Exception {
        assertThat(history(
                        "FROM scratch",
                        "HEALTHCHECK --interval=90s --timeout=1.5s --start-period=1h --retries=10 CMD curl \"x\"",
                        "HEALTHCHECK --start-interval=250ms CMD [\"a\", \"b\"]",
                        "HEALTHCHECK NONE"))
                .containsExactly(
                        "- HEALTHCHECK &{[\"CMD-SHELL\" \"curl \\\"x\\\"\"] \"1m30s\" \"1.5s\" \"1h0m0s\" \"0s\" '\\n'}",
                        "- HEALTHCHECK &{[\"CMD\" \"a\" \"b\"] \"0s\" \"0s\" \"0s\" \"250ms\" '\\x00'}",
                        "- HEALTHCHECK &{[\"NONE\"] \"0s\" \"0s\" \"0s\" \"0s\" '\\x00'}");
        assertThat(config("FROM scratch", "HEALTHCHECK --interval=2s CMD a b").healthcheck())
                .contains(new HealthCheckConfig(
                        List.of("CMD-SHELL", "a b"),
                        Duration.ofSeconds(2),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        0));
    }

    @Test
    void a_stop_signal_is_one() throws Exception {
        for (String signal : List.of("SIGTERM", "term", "9", "SIGRTMIN+3")) {
            assertThat(config("FROM scratch", "STOPSIGNAL " + signal).stopSignal())
                    .isEqualTo(signal);
        }
        for (String wrong : List.of("0", "NOPE", "RTMIN+16")) {
            assertThatThrownBy(() -> image("FROM scratch", "STOPSIGNAL " + wrong))
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining("no signal");
        }
    }

    @Test
    void labels_asked_for_lie_on_top_of_the_target_alone() throws Exception {
        BuildOptions options = AMD64.withLabels(Map.of("a", "asked", "c", "3"));
        BuildPlan plan =
                BuildPlan.of(Dockerfile.parse("Dockerfile", "FROM scratch AS x\nLABEL a=1 b=2\nFROM x\n"), options);
        assertThat(plan.target().image().config().labels()).isEqualTo(Map.of("a", "asked", "b", "2", "c", "3"));
        assertThat(plan.stages().get(0).image().config().labels()).isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void the_platform_is_that_asked_for_or_that_of_the_image_below() throws Exception {
        BuildOptions below = on("{\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\"}");
        assertThat(image(below, "FROM base").platform()).hasToString("linux/arm/v7");
        assertThat(image(below.withPlatform(Platform.parse("linux/amd64")), "FROM base")
                        .platform())
                .hasToString("linux/amd64");
    }
}
