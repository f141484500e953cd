package dev.varve.registry;

import static dev.varve.registry.FaultyRegistry.error;
import static dev.varve.registry.FaultyRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Uploads that do not go smoothly. */
class UploadTest extends RegistryFixture {
    private static final int MIB = 1024 * 1024;

    /** An image that cannot be compressed. */
    private Descriptor image(int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        byte[] archive = TestImage.archive("noise", noise);
        return TestImage.in(store.blobs())
                .layer(MediaType.OCI_LAYER, archive, archive)
                .manifest();
    }

    private Descriptor push(String host, Descriptor image, Progress progress) throws IOException {
        return registry.push(ImageReference.parse(host + "/team/app:1"), image, store, Compression.NONE, progress);
    }

    private void requireWhole(RegistryServer server, Descriptor image) throws IOException {
        try (Store other = Store.open(folder.resolve("other"))) {
            Pulled pulled = registry.pull(
                    ImageReference.parse(server.host() + "/team/app:1"), TestImage.AMD64, other, Progress.NONE);
            assertThat(pulled.manifest().digest()).isEqualTo(image.digest());
        }
    }

    @Test
    void goes_on_where_the_connection_broke() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            Descriptor image = image(3 * MIB);
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/manifests/1", status(201));
            server.always("/session", exchange -> receive(exchange, received));

            push(server.host(), image, Progress.NONE);

            assertThat(received.toByteArray()).isEqualTo(Files.readAllBytes(layer(image)));
            assertThat(server.seen("/session"))
                    .extracting(request -> request.header("Content-range"))
                    .contains("2097152-3147263");
        }
    }

    /** Takes the large blob, and breaks off after 2 MiB; a small one is taken as a whole. */
    private static void receive(HttpExchange exchange, ByteArrayOutputStream received) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        boolean large = length != null && Long.parseLong(length) > MIB;
        switch (exchange.getRequestMethod()) {
            case "PATCH" -> {
                if (large && received.size() == 0) {
                    received.write(exchange.getRequestBody().readNBytes(2 * MIB));
                } else {
                    byte[] bytes = exchange.getRequestBody().readAllBytes();
                    received.write(large ? bytes : new byte[0]);
                    status(202).answer(exchange);
                }
            }
            case "GET" -> status(204, "Range", "0-" + (received.size() - 1)).answer(exchange);
            default -> status(201).answer(exchange);
        }
    }

    private Path layer(Descriptor image) throws IOException {
        Manifest manifest = Manifest.parse(store.blobs().read(image.digest(), 10_000));
        return store.blobs().path(manifest.layers().get(0).digest());
    }

    @Test
    void survives_connections_to_a_real_registry_that_break() throws IOException {
        try (RegistryServer server = RegistryServer.start(folder.resolve("server"));
                CuttingProxy proxy = CuttingProxy.to(server.host())) {
            Descriptor image = image(20 * MIB);
            proxy.cutAfter(12 * MIB);
            proxy.cutAfter(5 * MIB);

            push(proxy.host(), image, Progress.NONE);

            assertThat(proxy.hasCutAll()).isTrue();
            requireWhole(server, image);
        }
    }

    @Test
    void begins_anew_where_the_registry_has_lost_it() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.next("/uploads/", status(202, "Location", "/lost"));
            server.next("/lost", status(500), status(404));
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/session", status(201));
            server.always("/manifests/1", status(201));

            push(server.host(), image(1000), Progress.NONE);

            assertThat(server.seen("/uploads/")).hasSize(3);
        }
    }

    @Test
    void sends_a_layer_itself_where_it_may_not_be_taken_over() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            byte[] archive = TestImage.archive("content");
            Descriptor image = TestImage.in(store.blobs()).gzipped(archive).manifest();
            ImageReference other = ImageReference.parse(server.host() + "/other/app:1");
            store.images().tag(other, image);
            store.images().pushed(other, image.digest());
            server.always("/uploads/", exchange -> {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                (query.contains("from=other/app") ? status(401) : status(202, "Location", "/session")).answer(exchange);
            });
            server.always("/session", status(201));
            server.always("/manifests/1", status(201));
            Heard heard = new Heard();

            push(server.host(), image, heard);

            assertThat(server.seen("/uploads/")).hasSize(3);
            assertThat(heard.finished).hasSize(2);
        }
    }

    @Test
    void is_cut_into_pieces_for_a_registry_that_takes_no_large_ones() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/session", exchange -> {
                int size = exchange.getRequestBody().readAllBytes().length;
                status(size > 11 * MIB ? 413 : 202).answer(exchange);
            });
            server.always("/manifests/1", status(201));

            push(server.host(), image(25 * MIB), Progress.NONE);

            assertThat(server.seen("/session"))
                    .filteredOn(request -> request.method().equals("PATCH"))
                    .extracting(request -> request.header("Content-range"))
                    .contains("0-10485759", "10485760-20971519", "20971520-26215935");
        }
    }

    @Test
    void says_what_the_registry_does_not_like() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.always(
                    "/uploads/", error(403, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"quota exceeded\"}]}"));
            Descriptor image = image(1000);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> push(server.host(), image, Progress.NONE))
                    .withMessageStartingWith(server.host() + "/team/app:1: access is denied")
                    .withMessageEndingWith("status 403 (quota exceeded)");
            assertThat(server.seen("/manifests/1")).isEmpty();
        }
    }

    @Test
    void gives_up_on_a_registry_that_keeps_nothing() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/session", status(202, "Range", "0-0"));
            Descriptor image = image(1000);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> push(server.host(), image, Progress.NONE))
                    .withMessageContaining("keeps nothing of what it is sent");
        }
    }

    @Test
    void gives_up_on_a_registry_that_falls_silent() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/session", server.silent());
            hurry();
            Descriptor image = image(1000);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> push(server.host(), image, Progress.NONE))
                    .withMessageContaining("nothing arrived for");
        }
    }

    @Test
    void does_not_believe_that_another_manifest_was_kept() throws IOException {
        try (FaultyRegistry server =
                FaultyRegistry.start(Store.open(folder.resolve("theirs")).blobs())) {
            server.always("/uploads/", status(202, "Location", "/session"));
            server.always("/session", status(201));
            String other = "sha256:" + "0".repeat(64);
            server.always("/manifests/1", status(201, "Docker-Content-Digest", other));
            Descriptor image = image(1000);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> push(server.host(), image, Progress.NONE))
                    .withMessageContaining("took the manifest " + image.digest() + " for another one, " + other);
        }
    }
}
