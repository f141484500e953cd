package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.store.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Docker and Varve meet at a real registry. */
@Tag("engine")
class DockerTest extends RegistryFixture {
    private static RegistryServer server;

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws IOException {
        server = RegistryServer.start(shared);
    }

    @AfterAll
    static void stopRegistry() {
        if (server != null) {
            server.close();
        }
    }

    private static String diffIds(Tool docker, String name) throws Exception {
        return docker.run("image", "inspect", "--format", "{{join .RootFS.Layers \" \"}}", name);
    }

    private ImageConfig config(Pulled pulled) throws IOException {
        Manifest manifest = Manifest.parse(store.blobs().read(pulled.manifest().digest(), 100_000));
        return ImageConfig.parse(store.blobs().read(manifest.config().digest(), 100_000));
    }

    @Test
    void what_docker_pushes_varve_pulls() throws Exception {
        Tool docker = Tool.docker();
        String name = server.host() + "/docker/base:1";
        docker.run("tag", "varve-base", name);
        try {
            docker.run("push", name);

            ImageConfig config = config(pull(ImageReference.parse(name)));

            assertThat(String.join(
                            " ", config.diffIds().stream().map(Object::toString).toList()))
                    .isEqualTo(diffIds(docker, name));
        } finally {
            docker.run("rmi", name);
        }
    }

    @Test
    void what_varve_pushes_docker_pulls() throws Exception {
        Tool docker = Tool.docker();
        byte[] one = TestImage.archive("one");
        byte[] two = TestImage.archive("two");
        byte[] three = TestImage.archive("three");
        Descriptor image = TestImage.in(store.blobs())
                .plain(one)
                .gzipped(two)
                .layer(MediaType.OCI_LAYER_ZSTD, TestImage.zstd(three), three)
                .manifest();
        String name = server.host() + "/varve/app:1";
        registry.push(ImageReference.parse(name), image, store, Compression.DEFAULT, Progress.NONE);

        docker.run("pull", name);
        try {
            assertThat(diffIds(docker, name))
                    .isEqualTo(TestImage.digest(one) + " " + TestImage.digest(two) + " " + TestImage.digest(three));
        } finally {
            docker.run("rmi", name);
        }
    }
}
