package dev.varve.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.varve.image.ImageReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyTest extends RegistryFixture {
    @ParameterizedTest
    @CsvSource({
        "https://registry.example/, ''",
        "https://example.org/, ''",
        "https://sub.example.org/, ''",
        "https://notexample.org/, 'proxy.example:3128'",
        "https://dot.example.net/, ''",
        "https://example.net/, 'proxy.example:3128'",
        "https://10.1.2.3/, ''",
        "https://11.1.2.3/, 'proxy.example:3128'",
        "https://[2001:db8::7]/, ''",
        "https://port.example:5000/, ''",
        "https://port.example:5001/, 'proxy.example:3128'",
        "http://plain.example/, 'plain.example:80'",
        "https://localhost:5000/, ''",
        "http://127.0.0.1:5000/, ''",
    })
    void is_chosen_as_go_does(URI uri, String proxy) throws IOException {
        ProxySelector proxies = EnvironmentProxies.of(Map.of(
                "HTTPS_PROXY", "http://proxy.example:3128",
                "http_proxy", "plain.example",
                "NO_PROXY", "registry.example, example.org,.example.net 10.0.0.0/8,2001:db8::/32,port.example:5000"));

        InetSocketAddress address =
                (InetSocketAddress) proxies.select(uri).get(0).address();

        assertThat(address == null ? "" : address.getHostString() + ":" + address.getPort())
                .isEqualTo(proxy);
    }

    @Test
    void everything_can_be_exempt() throws IOException {
        ProxySelector proxies = EnvironmentProxies.of(Map.of("HTTPS_PROXY", "proxy.example", "NO_PROXY", "*"));

        assertThat(proxies.select(URI.create("https://registry.example/"))
                        .get(0)
                        .address())
                .isNull();
    }

    @Test
    void requests_go_through_it() throws IOException {
        Queue<URI> asked = new ConcurrentLinkedQueue<>();
        Queue<String> logins = new ConcurrentLinkedQueue<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI());
            logins.add(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            FaultyRegistry.status(exchange.getRequestURI().getPath().equals("/v2/") ? 200 : 404)
                    .answer(exchange);
            exchange.close();
        });
        proxy.start();
        String address = "http://user:secret@127.0.0.1:" + proxy.getAddress().getPort();
        try (Registry client = Registry.open(settings()
                .withInsecure(Set.of("registry.example:80"))
                .withEnvironment(Map.of("HTTP_PROXY", address)))) {
            assertThat(client.resolve(ImageReference.parse("registry.example:80/team/app:1")))
                    .isEmpty();
        } finally {
            proxy.stop(0);
        }
        assertThat(asked).contains(URI.create("http://registry.example:80/v2/team/app/manifests/1"));
        assertThat(logins).contains("Basic dXNlcjpzZWNyZXQ=");
    }

    @ParameterizedTest
    @CsvSource({"socks5://proxy.example:1080", "'http://[broken'", "https://proxy.example"})
    void one_that_cannot_be_used_is_named(String proxy) {
        try (Registry client = Registry.open(settings().withEnvironment(Map.of("HTTPS_PROXY", proxy)))) {
            assertThatExceptionOfType(RegistryException.class)
                    .isThrownBy(() -> client.resolve(ImageReference.parse("registry.example/team/app:1")))
                    .withMessageContaining("HTTPS_PROXY is no address of an HTTP proxy");
        }
    }
}
