package dev.varve.lint.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.ContextFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextGuessTest {
    private static final Dockerfile WHOLE = Dockerfile.parse("Dockerfile", "FROM a\nCOPY . .\n");

    private final ContextGuess guess = new ContextGuess();

    @TempDir
    private Path folder;

    @Test
    void it_is_the_nearest_folder_of_the_repository_that_has_what_is_copied() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve("docker/web"));
        Files.createFile(folder.resolve("package.json"));
        Dockerfile file = Dockerfile.parse("Dockerfile", "FROM a\nCOPY package.json .\n");

        assertThat(guess.of(folder.resolve("docker/web/Dockerfile"), file).map(ContextFolder::path))
                .contains(folder);
        assertThat(guess.of(folder.resolve("docker/web/Dockerfile"), Dockerfile.parse("f", "FROM a\nCOPY no .\n")))
                .isEmpty();
    }

    @Test
    void dockerfiles_of_one_folder_share_the_walk_over_it() {
        Optional<ContextFolder> one = guess.of(folder.resolve("1.Dockerfile"), WHOLE);

        assertThat(guess.of(folder.resolve("2.Dockerfile"), WHOLE).orElseThrow())
                .isSameAs(one.orElseThrow());
        assertThat(guess.given(folder, folder.resolve("3.Dockerfile"))).isSameAs(one.orElseThrow());
    }

    @Test
    void one_with_an_ignore_file_of_its_own_has_a_context_of_its_own() throws IOException {
        Files.createFile(folder.resolve("2.Dockerfile.dockerignore"));
        ContextFolder one = guess.given(folder, folder.resolve("1.Dockerfile"));

        assertThat(guess.given(folder, folder.resolve("2.Dockerfile"))).isNotSameAs(one);
    }

    @Test
    void folders_of_long_ago_are_forgotten_so_that_many_of_them_fit_in_memory() throws IOException {
        ContextFolder first = guess.given(folder, folder.resolve("Dockerfile"));
        for (int i = 0; i < 1000; i++) {
            guess.given(folder.resolve("at" + i), folder.resolve("Dockerfile"));
        }

        assertThat(guess.given(folder, folder.resolve("Dockerfile"))).isNotSameAs(first);
    }
}
