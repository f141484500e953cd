package dev.varve.differential;

import dev.varve.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes images with a real Docker. */
final class DockerImage {
    private final Docker docker;
    private final Path folder;

    /** @param folder for archives */
    DockerImage(Docker docker, Path folder) {
        this.docker = docker;
        this.folder = folder;
    }

    /** An image that the docker has. */
    ImageArchive saved(String name) throws IOException, InterruptedException, JsonException {
        Path archive = folder.resolve("saved.tar");
        run(List.of("save", "--output", archive.toString(), name));
        return read(archive);
    }

    /** What the last build of the fixture makes; its files are in {@code context}. */
    ImageArchive build(Fixture fixture, Path context) throws IOException, InterruptedException, JsonException {
        Path archive = folder.resolve("built.tar");
        for (int i = 0; i < fixture.builds().size(); i++) {
            boolean last = i == fixture.builds().size() - 1;
            build(fixture.builds().get(i), context, last ? "type=oci,dest=" + archive : "type=docker");
        }
        return read(archive);
    }

    private void build(FixtureBuild build, Path context, String output) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "buildx", "build", "--network", "host", "--no-cache", "--provenance", "false", "--output", output));
        words.addAll(List.of("--file", context.resolve(build.dockerfile()).toString()));
        add(words, "--tag", build.tag());
        add(words, "--target", build.target());
        add(words, "--platform", build.platform());
        build.arguments().forEach((name, value) -> add(words, "--build-arg", name + "=" + value));
        build.labels().forEach((name, value) -> add(words, "--label", name + "=" + value));
        build.secrets().forEach((id, path) -> add(words, "--secret", "id=" + id + ",src=" + context.resolve(path)));
        build.contexts().forEach((name, where) -> {
            String meant =
                    where.contains("://") ? where : context.resolve(where).toString();
            add(words, "--build-context", name + "=" + meant);
        });
        words.add(context.toString());
        run(words);
    }

    private static void add(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }

    private void run(List<String> words) throws IOException, InterruptedException {
        Docker.Output output = docker.run(words);
        if (!output.succeeded()) {
            throw new IOException(output.log());
        }
    }

    private static ImageArchive read(Path archive) throws IOException, JsonException {
        ImageArchive image = ImageArchive.read(archive);
        Files.delete(archive);
        return image;
    }
}
