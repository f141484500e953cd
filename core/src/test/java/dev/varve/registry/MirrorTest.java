package dev.varve.registry;

import static dev.varve.registry.FaultyRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mirrors are asked before the registry that they mirror. */
class MirrorTest extends RegistryFixture {
    private static final byte[] ARCHIVE = TestImage.archive("content");

    private Store theirs;
    private FaultyRegistry origin;
    private FaultyRegistry mirror;
    private Descriptor layer;

    @BeforeEach
    void startServers() throws IOException {
        theirs = Store.open(folder.resolve("theirs"));
        origin = FaultyRegistry.start(theirs.blobs());
        mirror = FaultyRegistry.start(theirs.blobs());
        TestImage image = TestImage.in(theirs.blobs()).gzipped(ARCHIVE);
        origin.tag("1", image.manifest());
        mirror.tag("1", image.manifest());
        layer = image.layers().get(0);
        mirrors("http://" + mirror.host());
    }

    @AfterEach
    void stopServers() throws IOException {
        origin.close();
        mirror.close();
        theirs.close();
    }

    private void mirrors(String... addresses) {
        registry.close();
        registry = Registry.open(settings()
                .withMirrors(Map.of(
                        origin.host(),
                        List.of(addresses).stream().map(URI::create).toList())));
    }

    private ImageReference name() {
        return ImageReference.parse(origin.host() + "/team/app:1");
    }

    private void requireImage() throws IOException {
        assertThat(store.blobs().path(TestImage.digest(ARCHIVE))).hasBinaryContent(ARCHIVE);
        requireStoreIsSound();
    }

    @Test
    void the_mirror_spares_the_registry() throws IOException {
        pull(name());

        requireImage();
        assertThat(origin.seen("")).isEmpty();
    }

    @Test
    void the_path_of_a_mirror_goes_before_the_repository() throws IOException {
        mirrors("http://" + mirror.host() + "/proxy/hub/");

        pull(name());

        assertThat(mirror.seen("/manifests/1"))
                .extracting(FaultyRegistry.Seen::path)
                .containsExactly("/v2/proxy/hub/team/app/manifests/1");
    }

    @Test
    void what_the_mirror_does_not_have_comes_from_the_registry() throws IOException {
        mirror.always("/manifests/1", status(404));

        pull(name());

        requireImage();
    }

    @Test
    void a_mirror_that_is_not_there_is_passed_over() throws IOException {
        mirror.close();

        pull(name());

        requireImage();
    }

    @Test
    void a_mirror_that_lies_is_passed_over() throws IOException {
        mirror.always(
                layer.digest().toString(),
                FaultyRegistry.body("application/octet-stream", new byte[(int) layer.size()]));

        pull(name());

        requireImage();
        assertThat(origin.seen(layer.digest().toString())).hasSize(1);
    }

    @Test
    void the_next_mirror_is_asked_before_the_registry() throws IOException {
        mirrors("http://127.0.0.1:1", "http://" + mirror.host());

        pull(name());

        requireImage();
        assertThat(origin.seen("")).isEmpty();
    }

    @Test
    void a_failure_tells_of_all_that_were_asked() {
        mirror.always("/manifests/1", status(403));
        origin.always("/manifests/1", status(404));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessage(name() + ": the mirror " + mirror.host()
                        + ": access is denied; it is not there, or the login does not allow it: status 403;"
                        + " there is no such image");
    }

    @Test
    void a_push_goes_to_the_registry_alone() throws IOException {
        Descriptor image = TestImage.in(store.blobs()).gzipped(ARCHIVE).manifest();
        origin.always("/manifests/1", status(201));

        registry.push(name(), image, store, Compression.DEFAULT, Progress.NONE);

        assertThat(mirror.seen("")).isEmpty();
    }

    @Test
    void a_mirror_that_is_no_address_is_named() {
        mirrors("mirror.example");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageContaining("a mirror of " + origin.host() + " is no web address");
    }
}
