package dev.varve.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.store.archive.ArchiveFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files for the same image: each test passes here where it passes with the real tool. */
class DifferentialTest {
    @TempDir
    Path folder;

    @Test
    void files_and_metadata_are_judged_as_the_real_tool_judges_them() throws Exception {
        RealTool.require();
        try (TestImage image = TestImage.in(folder)) {
            Path archive = saved(image);
            Path config = config("files.yaml");

            Map<String, Boolean> ours = RealTool.ours(run(image, config));

            assertThat(ours).hasSizeGreaterThan(30).containsValues(true, false);
            assertThat(ours).isEqualTo(RealTool.run("tar", archive.toString(), config));
        }
    }

    @Test
    void commands_owners_and_variables_are_judged_as_the_real_tool_judges_them_with_docker() throws Exception {
        RealTool.requireDocker();
        try (TestImage image = TestImage.in(folder, Programs.layer())) {
            load(saved(image));
            Path config = config("commands.yaml");

            Map<String, Boolean> ours = RealTool.ours(run(image, config));

            assertThat(ours).hasSizeGreaterThan(30).containsValues(true, false);
            assertThat(ours).isEqualTo(RealTool.run("docker", "tested:latest", config));
        }
    }

    private Path saved(TestImage image) throws IOException {
        Path archive = folder.resolve("image.tar");
        image.engine().save(List.of("tested"), ArchiveFormat.DOCKER, archive);
        return archive;
    }

    private static void load(Path archive) throws IOException, InterruptedException {
        String docker = System.getenv().getOrDefault("VARVE_TEST_DOCKER", "docker");
        Process load = new ProcessBuilder("sh", "-c", docker + " load --input \"$0\"", archive.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(load.waitFor()).as(printed).isZero();
    }

    private static List<StructureResult> run(TestImage image, Path config) throws IOException, InterruptedException {
        return StructureTests.read(config).run(image.engine(), image.image());
    }

    private Path config(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = DifferentialTest.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), copy);
        }
        return copy;
    }
}
