package dev.varve.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.json.JsonObject;
import dev.varve.store.Fixture;
import dev.varve.store.Store;
import dev.varve.store.StoredImage;
import dev.varve.store.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skopeo, buildah and Docker read what Varve writes, and Varve what they write. */
class PeersTest {
    private static final ImageReference NAME = ImageReference.parse("varve-peers:1");

    @TempDir
    private Path folder;

    private Store store;
    private StoredImage built;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("store"));
        store.images().tag(NAME, Fixture.image(store, "one", "two"));
        built = image(store);
    }

    private static StoredImage image(Store store) throws IOException {
        return store.images().find(NAME).orElseThrow();
    }

    private Path saved(ArchiveFormat format) throws IOException {
        Path archive = folder.resolve(format + ".tar");
        new ImageArchives(store).save(List.of(SavedImage.of(built)), format, archive);
        return archive;
    }

    private StoredImage loaded(Path archive) throws IOException {
        Store other = Store.open(folder.resolve("other"));
        List<LoadedImage> images = new ImageArchives(other).load(archive);
        assertThat(images)
                .singleElement()
                .satisfies(image -> assertThat(image.names()).containsExactly(NAME));
        assertThat(other.check()).isEmpty();
        StoredImage image = image(other);
        for (Path layer : other.layers().require(image)) {
            assertThat(layer).isNotEmptyFile();
        }
        return image;
    }

    private static List<String> layers(String inspection) throws IOException {
        return JsonObject.parse(inspection.getBytes(StandardCharsets.UTF_8)).texts("Layers");
    }

    private List<String> diffIds() {
        return built.config().diffIds().stream().map(Digest::toString).toList();
    }

    @Test
    void skopeo_reads_the_store_itself() throws Exception {
        Tool skopeo = Tool.skopeo();
        store.images().tag(ImageReference.parse("another"), Fixture.image(store, "three"));

        String inspection = skopeo.run("inspect", "oci:" + store.home() + ":varve-peers:1");

        assertThat(layers(inspection)).isEqualTo(diffIds());
        assertThat(inspection).contains(built.descriptor().digest().toString());
    }

    @Test
    void skopeo_writes_into_the_store_itself() throws Exception {
        Tool skopeo = Tool.skopeo();
        skopeo.run(
                "copy",
                "docker-archive:" + saved(ArchiveFormat.DOCKER),
                "oci:" + store.home() + ":registry.example/copy:1");

        StoredImage copy = store.images().find("registry.example/copy:1").orElseThrow();
        assertThat(copy.config().diffIds()).isEqualTo(built.config().diffIds());
        assertThat(store.layers().require(copy)).hasSize(2);
        store.images().tag(ImageReference.parse("later"), copy.descriptor());
        assertThat(layers(skopeo.run("inspect", "oci:" + store.home() + ":registry.example/copy:1")))
                .hasSize(2);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void skopeo_reads_both_kinds_of_archives() throws Exception {
        Tool skopeo = Tool.skopeo();

        assertThat(layers(skopeo.run("inspect", "docker-archive:" + saved(ArchiveFormat.DOCKER) + ":varve-peers:1")))
                .isEqualTo(diffIds());
        assertThat(layers(skopeo.run("inspect", "oci-archive:" + saved(ArchiveFormat.OCI) + ":varve-peers:1")))
                .isEqualTo(diffIds());
    }

    @Test
    void what_skopeo_writes_is_read() throws Exception {
        Tool skopeo = Tool.skopeo();
        String source = "oci:" + store.home() + ":varve-peers:1";
        Path archive = folder.resolve("skopeo.tar");
        for (String target : List.of("docker-archive:" + archive, "oci-archive:" + archive)) {
            Files.deleteIfExists(archive);
            skopeo.run("copy", source, target + ":varve-peers:1");
            assertThat(loaded(archive).config().diffIds())
                    .as(target)
                    .isEqualTo(built.config().diffIds());
        }
        Path layout = folder.resolve("skopeo");
        skopeo.run("copy", source, "oci:" + layout + ":varve-peers:1");
        assertThat(loaded(layout).config().diffIds()).isEqualTo(built.config().diffIds());
    }

    @Test
    void buildah_reads_the_store_and_the_archives_and_what_it_writes_is_read() throws Exception {
        Tool buildah = Tool.buildah();
        Path root = folder.resolve("buildah");
        Object[] place = {"--root", root, "--runroot", folder.resolve("run")};
        for (String source : List.of(
                "oci:" + store.home() + ":varve-peers:1",
                "docker-archive:" + saved(ArchiveFormat.DOCKER),
                "oci-archive:" + saved(ArchiveFormat.OCI))) {
            String id = buildah.run(with(place, "pull", "-q", "--policy", "always", source));
            assertThat(buildah.run(
                            with(place, "inspect", "--type", "image", "--format", "{{.OCIv1.RootFS.DiffIDs}}", id)))
                    .as(source)
                    .isEqualTo("[" + String.join(" ", diffIds()) + "]");
            Path archive = folder.resolve("buildah.tar");
            Files.deleteIfExists(archive);
            buildah.run(with(place, "push", "-q", id, "docker-archive:" + archive + ":varve-peers:1"));
            assertThat(loaded(archive).config().diffIds())
                    .isEqualTo(built.config().diffIds());
        }
    }

    private static Object[] with(Object[] first, Object... rest) {
        Object[] all = java.util.Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    @Test
    void docker_loads_what_is_saved_and_its_save_is_loaded() throws Exception {
        Tool docker = Tool.docker();
        for (ArchiveFormat format : ArchiveFormat.values()) {
            assertThat(docker.run("load", "-i", saved(format))).contains("Loaded image: varve-peers:1");
            String layers = docker.run("image", "inspect", "-f", "{{json .RootFS.Layers}}", "varve-peers:1");
            assertThat(layers).isEqualTo("[\"" + String.join("\",\"", diffIds()) + "\"]");
            Path archive = folder.resolve("docker.tar");
            docker.run("save", "-o", archive, "varve-peers:1");
            StoredImage back = loaded(archive);
            assertThat(back.id()).isEqualTo(built.id());
            assertThat(back.descriptor()).isEqualTo(built.descriptor());
            docker.run("image", "rm", "varve-peers:1");
        }
    }

    @Test
    void what_docker_builds_arrives_with_all_its_layers() throws Exception {
        Tool docker = Tool.docker();
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY one /\nCOPY two /\nENV KIND=silt\n");
        Files.writeString(context.resolve("one"), "1");
        Files.writeString(context.resolve("two"), "2");
        docker.run("build", "-q", "-t", NAME.familiar(), context);
        Path archive = folder.resolve("docker.tar");
        docker.run("save", "-o", archive, NAME.familiar());
        try {
            StoredImage image = loaded(archive);
            assertThat(image.config().config().environment()).containsEntry("KIND", "silt");
            assertThat(image.config().diffIds()).hasSize(2);
            assertThat(docker.run("image", "inspect", "-f", "{{.Id}}", NAME.familiar()))
                    .isEqualTo(image.index().orElse(image.descriptor().digest()).toString());
        } finally {
            docker.run("image", "rm", NAME.familiar());
        }
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }
}
