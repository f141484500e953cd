package dev.varve.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredContextTest {
    private final InMemoryContext all = InMemoryContext.builder()
            .file("Dockerfile", "FROM scratch")
            .file("node_modules/a/index.js", "1")
            .file("node_modules/keep/index.js", "2")
            .file("src/a.js", "3")
            .file("src/a.log", "4")
            .special("run/pipe", EntryType.FIFO, 0644)
            .build();

    @TempDir
    Path folder;

    @Test
    void what_is_ignored_is_not_listed() {
        assertThat(paths(without("node_modules\n**/*.log\nrun"))).containsExactly("Dockerfile", "src", "src/a.js");
    }

    @Test
    void a_child_included_again_brings_its_folders() {
        assertThat(paths(without("node_modules\n!node_modules/keep")))
                .containsSubsequence("node_modules", "node_modules/keep", "node_modules/keep/index.js")
                .doesNotContain("node_modules/a", "node_modules/a/index.js");
    }

    @Test
    void what_is_ignored_takes_no_part_in_the_digest() throws IOException {
        BuildContext other = InMemoryContext.builder()
                .file("Dockerfile", "FROM scratch")
                .file("node_modules/b/index.js", "5")
                .file("src/a.js", "3")
                .build()
                .excluding(DockerIgnore.parse("node_modules"));

        assertThat(digest(without("node_modules\n**/*.log\nrun"))).isEqualTo(digest(other));
        assertThat(digest(without("node_modules\nrun"))).isNotEqualTo(digest(other));
    }

    @Test
    void a_source_that_is_ignored_is_not_there() throws IOException {
        Selection selection =
                new ContentHash(without("node_modules")).of(List.of(Selector.copySource("node_modules/a")));

        assertThat(selection.problems())
                .containsExactly(new Problem("/node_modules/a", Problem.Kind.NOT_FOUND, "not in the build context"));
    }

    @Test
    void an_empty_ignore_file_leaves_a_context_as_it_is() {
        assertThat(without("# nothing\n\n")).isSameAs(all);
    }

    @Test
    void a_folder_walked_through_an_ignore_file_is_the_same_as_one_filtered_later() throws IOException {
        DockerIgnore ignore = DockerIgnore.parse("**/*.log\n!keep.log\nbuild\n!build/keep");
        for (String path : List.of("a.log", "keep.log", "b.txt", "build/x", "build/keep/y", "build/z/w", "sub/c.log")) {
            write(path, path);
        }
        BuildContext walked = FolderContext.of(folder, ignore, DigestCache.none());
        BuildContext filtered = FolderContext.of(folder).excluding(ignore);

        assertThat(paths(walked))
                .isEqualTo(paths(filtered))
                .contains("build/keep/y")
                .doesNotContain("build/x");
        assertThat(digest(walked)).isEqualTo(digest(filtered));
    }

    @Test
    void problems_of_what_is_ignored_are_not_told() throws Exception {
        Shell.in(folder, "mkdir run && mkfifo run/pipe pipe");

        assertThat(FolderContext.of(folder).excluding(DockerIgnore.parse("run")).problems())
                .extracting(Problem::path)
                .containsExactly("pipe");
    }

    @Test
    void the_ignore_file_beside_the_dockerfile_goes_before_that_of_the_context() throws IOException {
        write(".dockerignore", "a");
        write("Dockerfile", "");
        write("docker/prod.Dockerfile", "");
        write("docker/prod.Dockerfile.dockerignore", "");

        assertThat(DockerIgnore.locate(folder, folder.resolve("docker/prod.Dockerfile")))
                .hasValue(folder.resolve("docker/prod.Dockerfile.dockerignore"));
        assertThat(DockerIgnore.locate(folder, folder.resolve("Dockerfile"))).hasValue(folder.resolve(".dockerignore"));
        Files.delete(folder.resolve(".dockerignore"));
        assertThat(DockerIgnore.locate(folder, folder.resolve("Dockerfile"))).isEmpty();
    }

    @Test
    void a_dockerfile_outside_the_context_has_its_ignore_file_beside_it(@TempDir Path outside) throws IOException {
        write(".dockerignore", "a");
        Files.writeString(outside.resolve("Dockerfile.dockerignore"), "b");

        assertThat(DockerIgnore.locate(folder, outside.resolve("Dockerfile")))
                .hasValue(outside.resolve("Dockerfile.dockerignore"));
    }

    @Test
    void an_ignore_file_that_links_out_of_its_folder_counts_as_absent(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("ignore"), "a");
        Files.createSymbolicLink(folder.resolve(".dockerignore"), outside.resolve("ignore"));
        assertThat(DockerIgnore.locate(folder, folder.resolve("Dockerfile"))).isEmpty();

        Files.delete(folder.resolve(".dockerignore"));
        Files.createSymbolicLink(folder.resolve(".dockerignore"), Path.of("rules"));
        write("rules", "a");
        assertThat(DockerIgnore.locate(folder, folder.resolve("Dockerfile"))).hasValue(folder.resolve("rules"));
    }

    @Test
    void a_fifo_or_folder_is_no_ignore_file() throws Exception {
        Shell.in(folder, "mkfifo .dockerignore && mkdir Dockerfile.dockerignore");

        assertThat(DockerIgnore.locate(folder, folder.resolve("Dockerfile"))).isEmpty();
    }

    @Test
    void an_ignore_file_without_end_is_refused() throws IOException {
        write(".dockerignore", "a\n".repeat((8 << 20) + 1));

        assertThatThrownBy(() -> DockerIgnore.read(folder.resolve(".dockerignore")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 16 MiB");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private BuildContext without(String ignore) {
        return all.excluding(DockerIgnore.parse(ignore));
    }

    private static List<String> paths(BuildContext context) {
        return context.tree().entries().stream().map(Entry::path).toList();
    }

    private static String digest(BuildContext context) throws IOException {
        return new ContentHash(context).of(List.of()).digest();
    }
}
