package dev.varve.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Annotation;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Fixture;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import dev.varve.store.StoredImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives in the forms that other programs have given them over the years. */
class ForeignArchiveTest {
    private static final byte[] ONE = Fixture.layer("file", "one");
    private static final byte[] TWO = Fixture.layer("file", "two");

    @TempDir
    private Path folder;

    private Store store;
    private final ArchiveBuilder archive = new ArchiveBuilder();

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("store"));
    }

    private List<LoadedImage> load() throws IOException {
        List<LoadedImage> loaded = new ImageArchives(store).load("images.tar", new ByteArrayInputStream(archive.tar()));
        assertThat(store.check()).isEmpty();
        return loaded;
    }

    private StoredImage image(String name) throws IOException {
        return store.images().find(name).orElseThrow();
    }

    private static byte[] config(Platform platform, byte[]... layers) {
        List<Digest> diffIds =
                java.util.Arrays.stream(layers).map(Fixture::digest).toList();
        return new ImageConfig(platform, Optional.of(Fixture.MADE), "", ContainerConfig.EMPTY, diffIds, List.of())
                .toBytes();
    }

    private Descriptor image(Platform platform, byte[] layer) throws IOException {
        Descriptor config = archive.blob(MediaType.OCI_CONFIG, config(platform, layer));
        Descriptor blob = archive.blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(layer));
        return in(
                platform,
                archive.blob(
                        MediaType.OCI_MANIFEST,
                        Manifest.of(config, List.of(blob)).toBytes()));
    }

    private static Descriptor in(Platform platform, Descriptor manifest) {
        return new Descriptor(
                manifest.mediaType(), manifest.digest(), manifest.size(), Optional.of(platform), Map.of());
    }

    private void index(Descriptor... manifests) {
        archive.file("index.json", ImageIndex.of(List.of(manifests)).toBytes());
    }

    /** Docker before 25: a folder a layer, and a link where a layer comes twice. */
    @Test
    void a_save_of_an_older_Docker() throws IOException {
        byte[] config = config(Platform.host(), ONE, TWO, ONE);
        String json = Fixture.digest(config).hex() + ".json";
        archive.file(json, config)
                .file("aaaa/VERSION", "1.0")
                .file("aaaa/json", "{}")
                .file("aaaa/layer.tar", ONE)
                .file("bbbb/layer.tar", TWO)
                .link("cccc/layer.tar", "../aaaa/layer.tar")
                .file("repositories", "{\"web-ping\":{\"latest\":\"cccc\"}}")
                .file(
                        "manifest.json",
                        "[{\"Config\":\"" + json + "\",\"RepoTags\":[\"web-ping:latest\",\"other:1\"],"
                                + "\"Layers\":[\"aaaa/layer.tar\",\"bbbb/layer.tar\",\"cccc/layer.tar\"]}]");

        assertThat(load()).singleElement().satisfies(loaded -> {
            assertThat(loaded.id()).isEqualTo(Fixture.digest(config));
            assertThat(loaded.names())
                    .containsExactly(ImageReference.parse("web-ping"), ImageReference.parse("other:1"));
        });
        assertThat(image("other:1").config().diffIds())
                .containsExactly(Fixture.digest(ONE), Fixture.digest(TWO), Fixture.digest(ONE));
        assertThat(image("other:1").manifest().layers())
                .extracting(Descriptor::mediaType)
                .containsOnly(MediaType.OCI_LAYER);
    }

    @Test
    void a_save_with_compressed_layers_and_without_names() throws IOException {
        byte[] config = config(Platform.host(), ONE);
        archive.file("config.json", config)
                .file("layer.tar.gz", Fixture.gzip(ONE))
                .file(
                        "manifest.json",
                        "[{\"Config\":\"config.json\",\"RepoTags\":null,\"Layers\":[\"layer.tar.gz\"]}]");

        assertThat(load())
                .singleElement()
                .satisfies(loaded -> assertThat(loaded.names()).isEmpty());
        assertThat(store.images().list()).singleElement().matches(StoredImage::isDangling);
        assertThat(store.layers().require(Fixture.digest(ONE))).hasBinaryContent(ONE);
    }

    @Test
    void several_images_in_one_save() throws IOException {
        archive.file("1.json", config(Platform.host(), ONE))
                .file("2.json", config(Platform.host(), TWO))
                .file("1.tar", ONE)
                .file("2.tar", TWO)
                .file(
                        "manifest.json",
                        "[{\"Config\":\"1.json\",\"RepoTags\":[\"one:1\"],\"Layers\":[\"1.tar\"]},"
                                + "{\"Config\":\"2.json\",\"RepoTags\":[\"two:2\"],\"Layers\":[\"2.tar\"]}]");

        assertThat(load())
                .extracting(LoadedImage::names)
                .containsExactly(List.of(ImageReference.parse("one:1")), List.of(ImageReference.parse("two:2")));
    }

    /** Today's Docker: an index with an attestation beside the image, an entry a name. */
    @Test
    void a_save_of_todays_Docker() throws IOException {
        Descriptor image = image(Platform.host(), ONE);
        Descriptor statement = archive.blob("application/vnd.in-toto+json", "{}".getBytes(StandardCharsets.UTF_8));
        Descriptor nothing = archive.blob(MediaType.OCI_CONFIG, config(Platform.of("unknown", "unknown", "")));
        Descriptor attestation = in(
                Platform.of("unknown", "unknown", ""),
                archive.blob(
                        MediaType.OCI_MANIFEST,
                        Manifest.of(nothing, List.of(statement)).toBytes()));
        Descriptor index = archive.blob(
                MediaType.OCI_INDEX, ImageIndex.of(List.of(image, attestation)).toBytes());
        index(
                index.withAnnotations(
                        Map.of(Annotation.IMAGE_NAME, "docker.io/library/web-ping:1", Annotation.REF_NAME, "1")),
                index.withAnnotations(
                        Map.of(Annotation.IMAGE_NAME, "docker.io/library/web-ping:2", Annotation.REF_NAME, "2")));
        archive.file("manifest.json", "[]");

        assertThat(load())
                .singleElement()
                .satisfies(loaded -> assertThat(loaded.names())
                        .containsExactly(ImageReference.parse("web-ping:1"), ImageReference.parse("web-ping:2")));
        assertThat(image("web-ping:2").index()).contains(index.digest());
        assertThat(store.blobs().contains(attestation.digest())).isTrue();
        store.collectGarbage(() -> {});
        assertThat(store.blobs().contains(statement.digest())).isTrue();
    }

    @Test
    void every_platform_that_is_there_is_brought_and_one_that_is_not_is_not_missed() throws IOException {
        Platform other = Platform.parse(Platform.host().architecture().equals("arm64") ? "linux/amd64" : "linux/arm64");
        Platform absent = Platform.parse("linux/s390x");
        Descriptor index = archive.blob(
                MediaType.OCI_INDEX,
                ImageIndex.of(List.of(
                                in(absent, new Descriptor(MediaType.OCI_MANIFEST, Fixture.digest(new byte[1]), 1)),
                                image(other, TWO),
                                image(Platform.host(), ONE)))
                        .toBytes());
        index(index.withAnnotations(Map.of(Annotation.REF_NAME, "web-ping:1")));
        load();
        ImageReference name = ImageReference.parse("web-ping:1");

        assertThat(image("web-ping:1").config().diffIds()).containsExactly(Fixture.digest(ONE));
        assertThat(store.images().find(name, other).orElseThrow().config().diffIds())
                .containsExactly(Fixture.digest(TWO));
        assertThat(store.images().find(name, absent)).isEmpty();
    }

    @Test
    void names_that_only_the_manifest_json_has() throws IOException {
        Descriptor image = image(Platform.host(), ONE);
        index(image);
        String config =
                "blobs/sha256/" + Fixture.digest(config(Platform.host(), ONE)).hex();
        archive.file("manifest.json", "[{\"Config\":\"" + config + "\",\"RepoTags\":[\"web-ping:1\"],\"Layers\":[]}]");

        assertThat(load())
                .singleElement()
                .satisfies(loaded -> assertThat(loaded.names()).containsExactly(ImageReference.parse("web-ping:1")));
    }

    @Test
    void a_root_file_system() throws IOException {
        ImageConfig template = new ImageConfig(
                Platform.host(), Optional.of(Fixture.MADE), "", ContainerConfig.EMPTY, List.of(), List.of());
        for (byte[] tar : List.of(ONE, Fixture.gzip(ONE))) {
            LoadedImage loaded =
                    new ImageArchives(store).importRootFileSystem("root.tar", new ByteArrayInputStream(tar), template);
            StoredImage image = image(loaded.id().toString());
            assertThat(image.config().diffIds()).containsExactly(Fixture.digest(ONE));
            assertThat(image.isDangling()).isTrue();
        }
        assertThatThrownBy(() -> new ImageArchives(store)
                        .importRootFileSystem("root.tar", new ByteArrayInputStream(new byte[700]), template))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("root.tar cannot be read: ");
        assertThat(store.images().list()).hasSize(1);
    }
}
