package dev.varve.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageReference;
import dev.varve.image.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {
    private static final byte[] TAR = Fixture.layer("file", "silt");
    private static final Digest DIFF_ID = Fixture.digest(TAR);

    @TempDir
    private Path home;

    private Store store;
    private Layers layers;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(home);
        layers = store.layers();
    }

    private Descriptor blob(String mediaType, byte[] content) throws IOException {
        return new Descriptor(mediaType, store.blobs().write(content), content.length);
    }

    @Test
    void a_layer_is_the_blob_of_its_diff_id() throws IOException {
        store.blobs().write(TAR);
        assertThat(layers.require(DIFF_ID)).isEqualTo(store.blobs().path(DIFF_ID));
    }

    @Test
    void a_layer_is_made_from_a_compressed_form() throws IOException {
        for (Descriptor form : List.of(
                blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(TAR)),
                blob(MediaType.OCI_LAYER_ZSTD, Zstd.compress(TAR)))) {
            Files.deleteIfExists(store.blobs().path(DIFF_ID));
            assertThat(layers.require(DIFF_ID, form)).hasBinaryContent(TAR);
        }
    }

    @Test
    void the_forms_of_a_layer_are_remembered() throws IOException {
        Descriptor gzip = blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(TAR));
        layers.require(DIFF_ID, gzip);
        Descriptor elsewhere = new Descriptor(MediaType.OCI_LAYER_ZSTD, Fixture.digest(new byte[] {1}), 1);
        layers.remember(DIFF_ID, elsewhere);
        layers.remember(DIFF_ID, new Descriptor(MediaType.OCI_LAYER, DIFF_ID, TAR.length));

        assertThat(layers.forms(DIFF_ID)).containsExactlyInAnyOrder(gzip, elsewhere);
        Files.delete(store.blobs().path(DIFF_ID));
        assertThat(layers.require(DIFF_ID)).hasBinaryContent(TAR);
    }

    @Test
    void the_layers_of_an_image_are_made_in_their_order() throws IOException {
        ImageReference name = ImageReference.parse("web-ping");
        store.images().tag(name, Fixture.compressedImage(store, "one", "two"));

        List<Path> files = layers.require(store.images().find(name).orElseThrow());

        assertThat(files.get(0)).hasBinaryContent(Fixture.layer("file", "one"));
        assertThat(files.get(1)).hasBinaryContent(Fixture.layer("file", "two"));
    }

    @Test
    void a_form_that_holds_something_else_is_refused() throws IOException {
        Descriptor form = blob(MediaType.OCI_LAYER_GZIP, Fixture.gzip(Fixture.layer("file", "sand")));

        assertThatThrownBy(() -> layers.require(DIFF_ID, form))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("expected the content of " + DIFF_ID);
        assertThat(store.blobs().contains(DIFF_ID)).isFalse();
        assertThat(layers.forms(DIFF_ID)).isEmpty();
    }

    @Test
    void a_form_that_is_cut_off_is_refused() throws IOException {
        byte[] gzip = Fixture.gzip(TAR);
        Descriptor form = blob(MediaType.OCI_LAYER_GZIP, Arrays.copyOf(gzip, gzip.length - 9));

        assertThatThrownBy(() -> layers.require(DIFF_ID, form))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("layer " + form.digest() + " cannot be read: ");
        assertThat(store.blobs().contains(DIFF_ID)).isFalse();
    }

    @Test
    void a_layer_in_no_form_is_an_error() {
        assertThatThrownBy(() -> layers.require(DIFF_ID))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("layer " + DIFF_ID + " is not in the store");
    }
}
