package dev.varve.store.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.image.Annotation;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Fixture;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are damaged or mean harm: one clear error, and no image. */
class HostileArchiveTest {
    private static final byte[] TAR = Fixture.layer("file", "silt");

    @TempDir
    private Path folder;

    private Store store;
    private final ArchiveBuilder archive = new ArchiveBuilder();
    private Descriptor config;
    private Descriptor layer;
    private Descriptor manifest;

    @BeforeEach
    void build() throws IOException {
        store = Store.open(folder.resolve("store"));
        layer = archive.blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(TAR));
        config = archive.blob(MediaType.OCI_CONFIG, config(Fixture.digest(TAR)));
        layout(layer);
    }

    private static byte[] config(Digest... diffIds) {
        return new ImageConfig(
                        Platform.host(), Optional.empty(), "", ContainerConfig.EMPTY, List.of(diffIds), List.of())
                .toBytes();
    }

    private void layout(Descriptor... layers) {
        manifest = archive.blob(
                MediaType.OCI_MANIFEST, Manifest.of(config, List.of(layers)).toBytes());
        archive.file(
                "index.json",
                ImageIndex.of(List.of(
                                manifest.withAnnotations(Map.of(Annotation.IMAGE_NAME, "docker.io/library/silt:1"))))
                        .toBytes());
    }

    private static String path(Descriptor blob) {
        return "blobs/sha256/" + blob.digest().hex();
    }

    private List<LoadedImage> load() throws IOException {
        return new ImageArchives(store).load("images.tar", new ByteArrayInputStream(archive.tar()));
    }

    private void assertRefused(String message) throws IOException {
        assertThatThrownBy(this::load).isInstanceOf(StoreException.class).hasMessageContaining(message);
        assertNothingIsThere();
    }

    private void assertNothingIsThere() throws IOException {
        assertThat(store.images().list()).isEmpty();
        assertThat(store.check()).isEmpty();
        assertThat(folder.resolve("store/tmp")).isDirectoryNotContaining("glob:**/archive");
    }

    @Test
    void the_archive_that_the_others_are_made_of_is_right() throws IOException {
        assertThat(load()).hasSize(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_blob_of_another_digest() throws IOException {
        byte[] other = Fixture.gzip(Fixture.layer("file", "sand"));
        archive.file(path(layer), Arrays.copyOf(other, (int) layer.size()));
        assertRefused("images.tar is damaged: " + path(layer) + " has the content of sha256:");
    }

    @Test
    void a_blob_of_another_size() throws IOException {
        archive.file(path(layer), "short");
        assertRefused("images.tar is damaged: " + path(layer) + " has 5 bytes, not the " + layer.size());
    }

    @Test
    void a_missing_blob() throws IOException {
        archive.without(path(layer));
        assertRefused("images.tar is incomplete: it has no file " + path(layer));
    }

    @Test
    void a_layer_that_is_not_what_the_configuration_says() throws IOException {
        config = archive.blob(MediaType.OCI_CONFIG, config(Fixture.digest(new byte[] {1})));
        layout(layer);
        assertRefused("images.tar is damaged: layer " + Fixture.digest(new byte[] {1}) + ": expected the content of");
    }

    @Test
    void a_layer_that_passes_itself_off_as_one_that_is_there() throws IOException {
        store.blobs().write(TAR);
        layout(archive.blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(Fixture.layer("file", "sand"))));
        assertRefused("images.tar is damaged: layer " + Fixture.digest(TAR) + ": expected the content of");
    }

    @Test
    void more_layers_than_the_configuration_names() throws IOException {
        layout(layer, layer);
        assertRefused("images.tar is damaged: an image has 2 layers, but its configuration names 1");
    }

    @Test
    void documents_that_are_no_JSON() throws IOException {
        archive.file("index.json", "{");
        assertRefused("images.tar is damaged: index.json: no JSON");
    }

    @Test
    void a_document_without_end() throws IOException {
        archive.file("index.json", new byte[17 << 20]);
        assertRefused("images.tar is damaged: index.json has 17825792 bytes, more than the 16777216 it may have");
    }

    @Test
    void an_archive_cut_off_anywhere() throws IOException {
        byte[] whole = archive.tar();
        int content = whole.length - 1024 - 511;
        for (int length = 0; length < content; length += 509) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new ImageArchives(store).load("images.tar", new ByteArrayInputStream(cut)))
                    .as("cut at %s", length)
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("images.tar ");
        }
        assertNothingIsThere();
    }

    @Test
    void a_compressed_archive_cut_off_anywhere() throws IOException {
        byte[] whole = Fixture.gzip(archive.tar());
        for (int length = 2; length < whole.length; length += 101) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new ImageArchives(store).load("images.tar", new ByteArrayInputStream(cut)))
                    .as("cut at %s", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("images.tar ");
        }
        assertNothingIsThere();
    }

    @Test
    void every_byte_of_an_archive_may_be_wrong() throws IOException {
        byte[] whole = archive.tar();
        for (int at = 0; at < whole.length; at += 37) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x21;
            try {
                new ImageArchives(store).load("images.tar", new ByteArrayInputStream(damaged));
            } catch (StoreException e) {
                assertThat(e).hasMessageStartingWith("images.tar ");
            }
            assertThat(store.check()).as("damaged at %s", at).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../../../../../../../../../etc/passwd", "loop"})
    void a_blob_that_is_a_link_leads_nowhere_outside(String target) throws IOException {
        archive.without(path(layer)).link(path(layer), target).link("loop", "loop");
        assertRefused("images.tar is incomplete: it has no file " + path(layer));
    }

    @Test
    void a_link_in_a_folder_leads_nowhere_outside() throws IOException {
        Path secret = Files.write(folder.resolve("secret"), Fixture.gzip(TAR));
        Path layout = archive.without(path(layer)).folder(folder.resolve("layout"));
        Files.createSymbolicLink(layout.resolve(path(layer)), secret);

        assertThatThrownBy(() -> new ImageArchives(store).load(layout))
                .isInstanceOf(StoreException.class)
                .hasMessage(layout + " is incomplete: it has no file " + path(layer));
    }

    @Test
    void names_of_files_outside() throws IOException {
        archive.without("index.json").file("manifest.json", "[{\"Config\":\"../../../../etc/passwd\",\"Layers\":[]}]");
        assertRefused("images.tar is incomplete: it has no file ../../../../etc/passwd");
    }

    @Test
    void an_image_name_that_is_none() throws IOException {
        archive.without("index.json")
                .file(
                        "manifest.json",
                        "[{\"Config\":\"" + path(config) + "\",\"RepoTags\":[\"No Name\"],\"Layers\":[]}]");
        assertRefused("images.tar is damaged: manifest.json: 'No Name' is not an image name");
    }

    @Test
    void a_layer_that_is_a_bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        byte[] twice = Fixture.gzip(bytes.toByteArray());
        layout(archive.blob(MediaType.OCI_LAYER_GZIP, twice));
        assertRefused("images.tar is damaged: layer " + Fixture.digest(TAR));
    }

    @Test
    void what_is_no_archive_of_images() throws IOException {
        archive.without("index.json");
        assertRefused("images.tar is no archive of images: it has neither index.json nor manifest.json");
        archive.file("repositories", "{}");
        assertRefused("images.tar is of a Docker older than 1.10");
        archive.file("index.json", ImageIndex.of(List.of()).toBytes());
        assertRefused("images.tar holds no image");
    }

    @Test
    void what_is_no_archive_at_all() throws IOException {
        Path file = Files.writeString(folder.resolve("thesis.odt"), "precious ".repeat(100), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> new ImageArchives(store).load(file))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file + " cannot be read: not a tar header");
        assertThatThrownBy(() -> new ImageArchives(store).load(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(folder + " is no archive of images");
    }
}
