package dev.varve.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A real Docker unpacks from the stacks what is written down of it. {@code -Dvarve.update} writes it down anew. */
@Tag("engine")
class EngineUnpackTest {
    private static final String IMAGE = "varve-unpack-test";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> stacks() throws Exception {
        Docker docker = Docker.find();
        boolean update = System.getProperty("varve.update") != null;
        Map<String, String> unpacked = update ? new LinkedHashMap<>() : Stacks.unpacked();
        return Stacks.all().entrySet().stream()
                .map(stack -> dynamicTest(stack.getKey(), () -> {
                    String theirs = theirs(docker, stack.getValue());
                    if (update) {
                        unpacked.put(stack.getKey(), theirs);
                        Stacks.write(unpacked);
                    }
                    assertThat(theirs).isEqualTo(unpacked.get(stack.getKey()));
                }));
    }

    private String theirs(Docker docker, List<RawTar> stack) throws Exception {
        Path archive = image(stack);
        Path export = Files.createTempFile(folder, "export", ".tar");
        Docker.Result loaded = docker.run("load", "-i", archive.toString());
        assertThat(loaded.succeeded()).as(loaded.output()).isTrue();
        Docker.Result created = docker.run("create", IMAGE, "/none");
        if (!created.succeeded()) {
            docker.run("rmi", IMAGE);
            assertThat(created.output()).contains("failed to extract layer");
            return Stacks.REFUSED;
        }
        // Warnings come first.
        String id = created.output().strip().replaceFirst("(?s).*\n", "");
        docker.run("export", "-o", export.toString(), id);
        docker.run("rm", id);
        docker.run("rmi", IMAGE);
        try (Layer layer = Layer.open(export)) {
            return Stacks.listing(RootFileSystem.of(List.of(layer)));
        }
    }

    private Path image(List<RawTar> stack) throws Exception {
        RawTar archive = new RawTar();
        List<String> diffIds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (RawTar tar : stack) {
            byte[] bytes = tar.ended();
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            diffIds.add("\"sha256:" + hex + "\"");
            names.add("\"" + hex + ".tar\"");
            archive.header('0', hex + ".tar", "", bytes.length, h -> {}).data(bytes);
        }
        archive.file(
                "config.json",
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"/none\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + String.join(",", diffIds) + "]}}");
        archive.file(
                "manifest.json",
                "[{\"Config\":\"config.json\",\"RepoTags\":[\"varve-unpack-test:latest\"],\"Layers\":["
                        + String.join(",", names) + "]}]");
        Path file = Files.createTempFile(folder, "image", ".tar");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(archive.ended());
        }
        return file;
    }
}
