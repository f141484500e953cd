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

/** The jar that is shipped, which is there only after the other tests: it starts, and has what the commands read from it. */
class BuiltJar {
    private static final Path JAR = Path.of("target", "varve.jar").toAbsolutePath();

    @TempDir
    Path folder;

    private String printed(String... arguments) throws IOException {
        List<String> java =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString());
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(java.stream(), Stream.of(arguments)).toList());
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
}
