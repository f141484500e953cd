package dev.varve.registry;

import static dev.varve.registry.FaultyRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A registry in trouble is put up with for a while. */
class RetryTest extends RegistryFixture {
    private Store theirs;
    private FaultyRegistry server;
    private byte[] archive;
    private Descriptor layer;

    @BeforeEach
    void startServer() throws IOException {
        theirs = Store.open(folder.resolve("theirs"));
        server = FaultyRegistry.start(theirs.blobs());
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        archive = TestImage.archive("noise", noise);
        TestImage image = TestImage.in(theirs.blobs()).gzipped(archive);
        server.tag("1", image.manifest());
        layer = image.layers().get(0);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        theirs.close();
    }

    private ImageReference name() {
        return ImageReference.parse(server.host() + "/team/app:1");
    }

    private void requireImage() throws IOException {
        assertThat(store.blobs().path(TestImage.digest(archive))).hasBinaryContent(archive);
        requireStoreIsSound();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void a_busy_registry_is_asked_again(int status) throws IOException {
        server.next("/manifests/1", status(status), status(status, "Retry-After", "0"));
        server.next(layer.digest().toString(), status(status));

        pull(name());

        requireImage();
        assertThat(server.seen("/manifests/1")).hasSize(3);
    }

    @Test
    void a_registry_that_stays_busy_is_given_up() {
        server.always("/manifests/1", status(503));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageContaining("status 503");
        assertThat(server.seen("/manifests/1")).hasSize(IMPATIENT.attempts());
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600 s have passed", "'Fri, 31 Dec 2100 23:59:59 GMT', 'Fri, 31 Dec 2100 23:59:59 GMT'"})
    void a_registry_that_wants_to_be_left_alone_for_long_is_given_up_at_once(String time, String words) {
        server.always("/manifests/1", status(429, "Retry-After", time));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageContaining("too many requests; it asks to be left alone until " + words);
        assertThat(server.seen("/manifests/1")).hasSize(1);
    }

    @Test
    void what_is_no_trouble_is_not_asked_again() {
        server.always("/manifests/1", status(404));

        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> pull(name()));
        assertThat(server.seen("/manifests/1")).hasSize(1);
    }

    @Test
    void a_layer_goes_on_where_the_connection_broke() throws IOException {
        server.next(layer.digest().toString(), server.cutAfter(100_000), server.cutAfter(0));

        pull(name());

        requireImage();
        // not a number of them: Java's client may ask once more by itself when nothing at all has come
        assertThat(server.seen(layer.digest().toString()))
                .extracting(request -> request.header("Range"))
                .startsWith("", "bytes=100000-")
                .containsOnly("", "bytes=100000-");
    }

    @Test
    void a_layer_goes_on_where_the_registry_fell_silent() throws IOException {
        hurry();
        server.next(layer.digest().toString(), server.silentAfter(50_000));

        pull(name());

        requireImage();
        assertThat(server.seen(layer.digest().toString()))
                .extracting(request -> request.header("Range"))
                .containsExactly("", "bytes=50000-");
    }

    @Test
    void a_later_pull_goes_on_where_an_earlier_one_gave_up() throws IOException {
        large();
        server.next(layer.digest().toString(), server.cutAfter(2_000_000));
        // not a number of them: Java's client may ask once more by itself when nothing at all has come
        server.always(layer.digest().toString(), server.cutAfter(0));
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> pull(name()));
        server.recover(layer.digest().toString());
        close();
        open();

        pull(name());

        requireImage();
        assertThat(server.seen(layer.digest().toString()))
                .last()
                .satisfies(request -> assertThat(request.header("Range")).isEqualTo("bytes=2000000-"));
        assertThat(files(store.home().resolve("downloads"))).isEmpty();
    }

    @Test
    void what_has_come_before_is_not_believed() throws IOException {
        large();
        Path begun = store.home().resolve("downloads/sha256-" + layer.digest().hex());
        Files.createDirectories(begun.getParent());
        Files.write(begun, new byte[2_000_000]);

        pull(name());

        requireImage();
        assertThat(server.seen(layer.digest().toString()))
                .extracting(request -> request.header("Range"))
                .containsExactly("bytes=2000000-", "");
    }

    @Test
    void who_wants_the_same_layer_at_the_same_time_waits_for_it() throws Exception {
        large();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Store same = Store.open(store.home())) {
            List<Callable<Pulled>> pulls = List.of(
                    () -> pull(name()),
                    () -> pull(name()),
                    () -> registry.pull(name(), TestImage.AMD64, same, Progress.NONE),
                    () -> registry.pull(name(), TestImage.AMD64, same, Progress.NONE));
            for (Future<Pulled> pull : threads.invokeAll(pulls)) {
                pull.get();
            }
        } finally {
            threads.shutdown();
        }

        requireImage();
        assertThat(server.seen(layer.digest().toString())).hasSize(1);
    }

    /** An image whose layer is worth going on with. */
    private void large() throws IOException {
        byte[] noise = new byte[3_000_000];
        new Random(2).nextBytes(noise);
        archive = TestImage.archive("noise", noise);
        TestImage image = TestImage.in(theirs.blobs()).gzipped(archive);
        server.tag("1", image.manifest());
        layer = image.layers().get(0);
    }

    @Test
    void a_registry_that_knows_no_ranges_sends_everything_again() throws IOException {
        byte[] blob = theirs.blobs().read(layer.digest(), 1_000_000);
        server.next(
                layer.digest().toString(),
                server.cutAfter(100_000),
                FaultyRegistry.body("application/octet-stream", blob));

        pull(name());

        requireImage();
    }

    @Test
    void a_manifest_is_asked_for_again_where_the_connection_broke() throws IOException {
        server.next("/manifests/1", exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write('{');
        });

        pull(name());

        requireImage();
    }

    @Test
    void nobody_there_is_said_at_once() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        ImageReference nobody = ImageReference.parse("127.0.0.1:" + free + "/team/app:1");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(nobody))
                .withMessageStartingWith(nobody + ": cannot connect");
    }

    @Test
    void a_host_that_does_not_exist_is_said_at_once() {
        ImageReference nowhere = ImageReference.parse("registry.invalid/team/app:1");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(nowhere))
                .withMessage(nowhere + ": there is no host of this name, or none can be looked up: check the"
                        + " name and this machine's network (HTTPS_PROXY where it needs a proxy, VARVE_MIRRORS where it"
                        + " has a mirror)");
    }

    @Test
    void whoever_waits_can_be_interrupted() throws Exception {
        server.always(layer.digest().toString(), server.silentAfter(1000));
        AtomicReference<Throwable> outcome = new AtomicReference<>();
        Thread puller = new Thread(() -> {
            try {
                pull(name());
            } catch (IOException e) {
                outcome.set(e);
            }
        });
        puller.start();
        while (server.seen(layer.digest().toString()).isEmpty()) {
            Thread.sleep(5);
        }
        puller.interrupt();
        puller.join();

        assertThat(outcome.get()).isInstanceOf(InterruptedIOException.class);
        requireStoreIsSound();
    }

    @Test
    void blobs_that_are_there_are_not_fetched_again() throws IOException {
        pull(name());
        Heard heard = new Heard();

        registry.pull(name(), TestImage.AMD64, store, heard);

        assertThat(server.seen(layer.digest().toString())).hasSize(1);
        assertThat(heard.present).contains(layer.digest()).hasSize(2);
        assertThat(heard.started).isEmpty();
    }

    @Test
    void progress_tells_of_every_blob() throws IOException {
        Heard heard = new Heard();

        registry.pull(name(), TestImage.AMD64, store, heard);

        assertThat(heard.started).contains(layer.digest()).hasSize(2);
        assertThat(heard.finished).containsExactlyInAnyOrderElementsOf(heard.started);
        assertThat(heard.bytes).containsEntry(layer.digest(), layer.size());
        assertThat(heard.present).isEmpty();
    }

    @Test
    void an_expanded_layer_that_is_lost_is_made_again_without_the_registry() throws IOException {
        pull(name());
        Files.delete(store.blobs().path(TestImage.digest(archive)));

        pull(name());

        requireImage();
        assertThat(server.seen(layer.digest().toString())).hasSize(1);
    }
}
