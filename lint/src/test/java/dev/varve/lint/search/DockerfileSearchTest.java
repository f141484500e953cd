package dev.varve.lint.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.ContextFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileSearchTest {
    @TempDir
    Path folder;

    @Test
    void files_that_are_called_as_dockerfiles_are_found_in_order() throws IOException {
        write(
                "Dockerfile",
                "Dockerfile.dev",
                "web.Dockerfile",
                "a/Containerfile",
                "a/dockerfile",
                "b/Containerfile.ci");
        write("Dockerfile.dockerignore", "mydockerfile", "a/Dockerfiles/readme.md", ".git/Dockerfile");
        assertThat(search())
                .containsExactly(
                        "Dockerfile",
                        "Dockerfile.dev",
                        "a/Containerfile",
                        "a/dockerfile",
                        "b/Containerfile.ci",
                        "web.Dockerfile");
    }

    @Test
    void neither_templates_nor_programs_about_dockerfiles_are_dockerfiles() throws IOException {
        write(
                "Dockerfile.j2",
                "Dockerfile.md",
                "alpine.Dockerfile.tmpl",
                "lib/dockerfile.ex",
                "Dockerfile.go",
                "dockerfile.dev");
        assertThat(search()).containsExactly("Dockerfile.go", "dockerfile.dev");
    }

    @Test
    void what_git_ignores_is_left_out_unless_a_deeper_file_takes_it_back() throws IOException {
        write("node_modules/x/Dockerfile", "a/gen/Dockerfile", "a/keep/gen/Dockerfile", "a/Dockerfile");
        Files.writeString(folder.resolve(".gitignore"), "node_modules\ngen/\n");
        Files.writeString(folder.resolve("a/keep/.gitignore"), "!gen/\n");
        assertThat(search()).containsExactly("a/Dockerfile", "a/keep/gen/Dockerfile");
    }

    @Test
    void the_context_is_the_nearest_folder_that_has_what_is_copied() throws IOException {
        write("src/main.c", "docker/Dockerfile", "docker/entry.sh", ".git/HEAD");
        Path file = folder.resolve("docker/Dockerfile");
        assertThat(context(file, "FROM a\nCOPY entry.sh /\n")).contains(folder.resolve("docker"));
        assertThat(context(file, "FROM a\nCOPY src/main.c /\nADD https://x.example/y /\n"))
                .contains(folder);
        assertThat(context(file, "FROM a\nCOPY nowhere /\n")).isEmpty();
        assertThat(context(file, "FROM a\nRUN x\nCOPY --from=b c /\n")).isEmpty();
    }

    @Test
    void of_folders_that_have_what_is_copied_it_is_the_one_that_has_what_else_is_used() throws IOException {
        write(".git/HEAD", "go.mod", "LICENSE", "shop.sln", "src/web/web.csproj", "src/web/Dockerfile");
        write("docker/Dockerfile", "docker/entry.sh", "packaging/README.md", "packaging/Dockerfile");
        Path docker = folder.resolve("docker/Dockerfile");
        assertThat(context(docker, "FROM a\nCOPY . .\nRUN set -e; go build ./cmd\n"))
                .contains(folder);
        assertThat(context(docker, "FROM a\nCOPY . .\nRUN npm install -g pnpm\n"))
                .contains(folder.resolve("docker"));
        assertThat(context(docker, "FROM a\nADD . /src\nCMD [\"/src/docker/entry.sh\"]\n"))
                .contains(folder);
        assertThat(context(folder.resolve("src/web/Dockerfile"), "FROM a\nCOPY *.sln .\nCOPY . .\nRUN dotnet build\n"))
                .contains(folder);
        assertThat(context(
                        folder.resolve("src/web/Dockerfile"),
                        "FROM a\nWORKDIR /app\nCOPY . .\nWORKDIR src/web\nRUN dotnet build\n"))
                .contains(folder);
        assertThat(context(folder.resolve("packaging/Dockerfile"), "FROM a\nCOPY . /data\n"))
                .contains(folder);
    }

    @Test
    void outside_of_a_repository_the_context_is_the_files_own_folder_or_unknown() throws IOException {
        write("src/main.c", "docker/Dockerfile", "docker/entry.sh");
        Path file = folder.resolve("docker/Dockerfile");
        assertThat(context(file, "FROM a\nCOPY entry.sh /\n")).contains(folder.resolve("docker"));
        assertThat(context(file, "FROM a\nCOPY src/main.c /\n")).isEmpty();
    }

    private static Optional<Path> context(Path file, String text) {
        return new ContextGuess().of(file, Dockerfile.parse("Dockerfile", text)).map(ContextFolder::path);
    }

    private List<String> search() {
        return new DockerfileSearch(path -> false)
                .below(folder).stream()
                        .map(path -> folder.relativize(path).toString())
                        .toList();
    }

    private void write(String... paths) throws IOException {
        for (String path : paths) {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.writeString(folder.resolve(path), "");
        }
    }
}
