package dev.varve.registry;

import static dev.varve.registry.FaultyRegistry.body;
import static dev.varve.registry.FaultyRegistry.error;
import static dev.varve.registry.FaultyRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets go to whom they are meant for, and to nobody else. */
class AuthorizationTest extends RegistryFixture {
    private static final String BASIC = "Basic dmFydmU6c2VjcmV0";

    private Store theirs;
    private FaultyRegistry server;
    private FaultyRegistry elsewhere;
    private Descriptor layer;

    @BeforeEach
    void startServers() throws IOException {
        theirs = Store.open(folder.resolve("theirs"));
        server = FaultyRegistry.start(theirs.blobs());
        elsewhere = FaultyRegistry.start(theirs.blobs());
        TestImage image = TestImage.in(theirs.blobs()).gzipped(TestImage.archive("content"));
        server.tag("1", image.manifest());
        layer = image.layers().get(0);
        Path config = Files.createDirectories(folder.resolve(".docker")).resolve("config.json");
        Files.writeString(
                config, "{\"auths\": {\"" + server.host() + "\": {\"auth\": \"" + BASIC.substring(6) + "\"}}}");
    }

    @AfterEach
    void stopServers() throws IOException {
        server.close();
        elsewhere.close();
        theirs.close();
    }

    private ImageReference name() {
        return ImageReference.parse(server.host() + "/team/app:1");
    }

    private void challenge(String challenge) {
        server.next("/manifests/1", status(401, "WWW-Authenticate", challenge));
    }

    private void tokens(String... answers) {
        for (String answer : answers) {
            server.next("/token", body("application/json", answer.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String bearer() {
        return "Bearer realm=\"http://" + server.host() + "/token\",service=\"s\"";
    }

    @Test
    void a_redirect_to_another_host_carries_no_password() throws IOException {
        challenge("Basic realm=\"r\"");
        server.next(
                layer.digest().toString(),
                status(307, "Location", "http://" + elsewhere.host() + "/v2/cdn/blobs/" + layer.digest()));

        pull(name());

        assertThat(server.seen(layer.digest().toString()).get(0).header("Authorization"))
                .isEqualTo(BASIC);
        assertThat(elsewhere.seen(layer.digest().toString()))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void a_redirect_on_the_same_host_carries_it() throws IOException {
        challenge("Basic realm=\"r\"");
        server.next(layer.digest().toString(), status(302, "Location", "/v2/other/blobs/" + layer.digest()));

        pull(name());

        assertThat(server.seen("/v2/other/blobs/" + layer.digest()))
                .extracting(request -> request.header("Authorization"))
                .containsExactly(BASIC);
    }

    @Test
    void an_upload_that_is_sent_to_another_host_carries_no_password() throws IOException {
        Descriptor image =
                TestImage.in(store.blobs()).gzipped(TestImage.archive("mine")).manifest();
        server.next("/uploads/", status(401, "WWW-Authenticate", "Basic realm=\"r\""));
        server.always("/uploads/", status(202, "Location", "http://" + elsewhere.host() + "/upload"));
        server.always("/manifests/1", status(201));
        elsewhere.always("/upload", status(201));

        registry.push(name(), image, store, Compression.DEFAULT, Progress.NONE);

        assertThat(elsewhere.seen("/upload"))
                .hasSize(4)
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void a_registry_that_asks_for_nothing_is_told_nothing() throws IOException {
        pull(name());

        assertThat(server.seen(""))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void a_token_that_has_run_out_is_replaced_on_the_way() throws IOException {
        challenge(bearer());
        tokens("{\"token\": \"t1\"}", "{\"token\": \"t2\"}");
        server.next(layer.digest().toString(), status(401, "WWW-Authenticate", bearer()));

        pull(name());

        assertThat(server.seen(layer.digest().toString()))
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void a_token_is_preferred_to_sending_the_password_every_time() throws IOException {
        challenge("Negotiate, Basic realm=\"x, y\", " + bearer());
        tokens("{\"access_token\": \"t1\"}");

        pull(name());

        assertThat(server.seen("/token")).hasSize(1);
        assertThat(server.seen(layer.digest().toString()).get(0).header("Authorization"))
                .isEqualTo("Bearer t1");
    }

    @Test
    void a_password_is_not_sent_unencrypted_to_another_machine() {
        challenge("Bearer realm=\"http://tokens.example/token\",service=\"s\"");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageContaining(
                        "wants the password sent unencrypted to http://tokens.example:80; list that host as insecure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"token\": \"\"}", "{\"token\": \"a\\nb\"}", "{\"token\": 7}"})
    void a_token_service_that_talks_nonsense_is_named(String answer) {
        challenge(bearer());
        tokens(answer);

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageStartingWith(name() + ": its token service http://" + server.host() + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nowhere", "file:///etc/passwd", "http://user:pw@host/"})
    void a_token_service_without_an_address_is_not_asked(String realm) {
        challenge("Bearer realm=\"" + realm + "\"");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> pull(name()))
                .withMessageContaining("names a token service by an address that is none");
    }

    @Test
    void a_busy_token_service_is_asked_again() throws IOException {
        challenge(bearer());
        server.next("/token", status(503), error(429, "", "Retry-After", "0"));
        tokens("{\"token\": \"t1\"}");

        pull(name());

        assertThat(server.seen("/token")).hasSize(3);
    }
}
