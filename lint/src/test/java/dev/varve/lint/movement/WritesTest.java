package dev.varve.lint.movement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a RUN writes is known of few commands. */
class WritesTest {
    @Test
    void what_removes_and_makes_names_the_paths() {
        assertThat(written("rm -rf /app/.git src/*.tmp && mkdir -p out && cd /srv && touch x"))
                .contains(List.of("/app/.git", "/work/src", "/work/out", "/srv/x"));
    }

    @Test
    void the_mode_or_owner_is_no_path() {
        assertThat(written("chown -R app:app data")).contains(List.of("/work/data"));
    }

    @Test
    void packages_and_programs_for_everybody_go_to_folders_of_the_system() {
        assertThat(written("apt-get update && apt-get install -y curl").orElseThrow())
                .contains("/usr", "/etc", "/var", "/opt")
                .doesNotContain("/", "/work");
        assertThat(written("npm install -g turbo")).isPresent();
        assertThat(written("useradd --create-home --home-dir=/srv/app app").orElseThrow())
                .contains("/srv/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm ci",
                "make",
                "echo x > /work/x",
                "rm -rf $FOLDER",
                "rm -rf ~/.cache",
                "cp a b",
                "for f in *; do rm $f; done",
                "mkdir x && ./configure"
            })
    void everything_else_may_write_anywhere(String script) {
        assertThat(written(script)).isEmpty();
    }

    @Test
    void folders_that_are_links_in_most_images_are_one() {
        assertThat(Writes.overlap("/bin/tool", "/usr/bin")).isTrue();
        assertThat(Writes.overlap("/var/run/x", "/run")).isTrue();
        assertThat(Writes.overlap("/app", "/apple")).isFalse();
    }

    private static Optional<List<String>> written(String script) {
        Dockerfile file = Dockerfile.parse("Dockerfile", "FROM debian\nRUN " + script + "\n");
        return Writes.of((Run) file.stages().get(0).instructions().get(0), "/work");
    }
}
