package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageReference;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry that talks TLS with a certificate that it has made itself. */
class TlsTest extends RegistryFixture {
    private static RegistryServer server;
    private static TestCertificate certificate;

    @BeforeAll
    static void startRegistry(@TempDir Path shared) throws Exception {
        certificate = TestCertificate.make(shared.resolve("keys"), "ip:127.0.0.1");
        server = RegistryServer.start(shared, List.of(), tls(certificate));
    }

    @AfterAll
    static void stopRegistry() {
        if (server != null) {
            server.close();
        }
    }

    private static List<String> tls(TestCertificate certificate) throws Exception {
        return List.of(
                "  tls:", "    certificate: " + certificate.certificateFile(), "    key: " + certificate.keyFile());
    }

    /** Puts it where Docker looks for the certificates of the host. */
    private void trust(String host, TestCertificate trusted) throws Exception {
        Path place = Files.createDirectories(folder.resolve("certs.d").resolve(host));
        Files.copy(trusted.certificateFile(), place.resolve("ca.crt"));
    }

    private void push(String host) throws IOException {
        Descriptor image = TestImage.in(store.blobs())
                .gzipped(TestImage.archive("content"))
                .manifest();
        ImageReference name = ImageReference.parse(host + "/team/app:1");
        registry.push(name, image, store, Compression.DEFAULT, Progress.NONE);
        assertThat(pull(name).manifest().digest()).isEqualTo(image.digest());
    }

    @Test
    void a_certificate_in_the_hosts_folder_is_trusted() throws Exception {
        trust(server.host(), certificate);

        push(server.host());
    }

    @Test
    void another_certificate_is_not_trusted() throws Exception {
        trust(server.host(), TestCertificate.make(folder.resolve("other"), "ip:127.0.0.1"));

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> push(server.host()))
                .withMessageStartingWith(server.host() + "/team/app:1: its certificate is not trusted");
    }

    @Test
    void a_certificate_of_another_host_is_not_trusted() throws Exception {
        TestCertificate others = TestCertificate.make(folder.resolve("others"), "dns:registry.example");
        try (RegistryServer impostor = RegistryServer.start(folder.resolve("impostor"), List.of(), tls(others))) {
            trust(impostor.host(), others);

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> push(impostor.host()))
                    .withMessageStartingWith(impostor.host() + "/team/app:1: its certificate is not trusted");
        }
    }

    @Test
    void a_registry_on_this_machine_need_not_be_trusted() throws IOException {
        push(server.host());
        push(server.host().replace("127.0.0.1", "localhost"));
    }

    @Test
    void a_file_that_is_no_certificate_is_named() throws Exception {
        Path place = Files.createDirectories(folder.resolve("certs.d").resolve(server.host()));
        Path file = Files.writeString(place.resolve("ca.crt"), "-----BEGIN CERTIFICATE-----\nx\n");

        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> push(server.host()))
                .withMessageContaining(file + " holds no certificate");
    }

    @Test
    void a_redirect_to_plain_http_is_not_followed() throws Exception {
        Store theirs = Store.open(folder.resolve("theirs"));
        TestCertificate own = TestCertificate.make(folder.resolve("own"), "ip:127.0.0.1");
        try (FaultyRegistry secure = FaultyRegistry.start(theirs.blobs(), own.serverContext());
                FaultyRegistry plain = FaultyRegistry.start(theirs.blobs())) {
            secure.always(
                    "/manifests/1",
                    FaultyRegistry.status(307, "Location", "http://" + plain.host() + "/v2/team/app/manifests/1"));

            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> pull(ImageReference.parse(secure.host() + "/team/app:1")))
                    .withMessageContaining("redirects from HTTPS to plain HTTP (http://" + plain.host() + ")");
            assertThat(plain.seen("/manifests/1")).isEmpty();
        }
    }
}
