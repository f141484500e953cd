package dev.varve.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar that is shipped, which is there only after the other tests: it starts, and has what the commands read from it. */
class BuiltJar {
    private static final Path JAR = Path.of("target", "varve.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private String printed(String... arguments) throws IOException {
        return output(Stream.concat(Stream.of("-jar", JAR.toString()), Stream.of(arguments)));
    }

    private String output(Stream<String> arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of(java), arguments).toList());
        builder.environment().put("VARVE_HOME", folder.resolve("store").toString());
        return new String(
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start()
                        .getInputStream()
                        .readAllBytes(),
                UTF_8);
    }

    @Test
    void it_tells_its_version() throws IOException {
        assertThat(printed("--version")).startsWith("varve ").hasLineCount(1);
    }

    @Test
    void it_has_the_rules_and_their_pages() throws IOException {
        assertThat(printed("lint", "--list-rules").lines()).hasSizeGreaterThan(90);
        assertThat(printed("lint", "--explain", "copy-before-install")).contains("copy-before-install", "FROM ");
    }

    @Test
    void it_builds_lints_and_replays() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY file /\n");
        Files.writeString(folder.resolve("file"), "text\n");
        for (String command : List.of(
                "init -q",
                "add .",
                "-c user.name=A -c user.email=a@example.org -c commit.gpgsign=false commit -qm one")) {
            new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(command.split(" ")))
                            .toList())
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        }

        assertThat(printed("build", "-q", ".")).matches("sha256:[0-9a-f]{64}\n");
        assertThat(printed("lint", "--format", "json", "Dockerfile")).startsWith("{\"findings\":[");
        assertThat(printed("report", "--format", "json")).contains("\"commits\":1");
    }

    /** Each of these takes as long to be loaded as the command does for its work. */
    @ParameterizedTest
    @ValueSource(strings = {"lint Dockerfile", "build -q -t it .", "images"})
    void what_is_slow_to_load_is_not_loaded_for_what_must_start_fast(String command) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY file /\nCOPY file /other\n");
        Files.writeString(folder.resolve("file"), "text\n");
        String loaded = output(Stream.concat(
                Stream.of("-Xlog:class+load", "-cp", JAR.toString(), "dev.varve.cli.Varve"),
                Stream.of(command.split(" "))));

        assertThat(loaded)
                .contains("dev.varve.cli.Commands ")
                .doesNotContain(
                        "java.lang.runtime.ObjectMethods ",
                        "java.net.http.HttpClient ",
                        "org.snakeyaml.engine",
                        "tools.jackson");
    }
}
