package dev.varve.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} name, in upper or lower case. */
final class EnvironmentProxies extends ProxySelector {
    private final Optional<URI> http;
    private final Optional<URI> https;
    private final NoProxy exempt;

    private EnvironmentProxies(Optional<URI> http, Optional<URI> https, NoProxy exempt) {
        this.http = http;
        this.https = https;
        this.exempt = exempt;
    }

    /** @throws RegistryException where a variable holds something else */
    static EnvironmentProxies of(Map<String, String> environment) throws RegistryException {
        return new EnvironmentProxies(
                proxy("HTTP_PROXY", environment),
                proxy("HTTPS_PROXY", environment),
                new NoProxy(value("NO_PROXY", environment)));
    }

    private static String value(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private static Optional<URI> proxy(String name, Map<String, String> environment) throws RegistryException {
        String text = value(name, environment);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
            if ("http".equals(proxy.getScheme()) && proxy.getHost() != null) {
                return Optional.of(proxy);
            }
        } catch (IllegalArgumentException e) {
            // Its message would show the password.
        }
        throw new RegistryException(
                name + " is no address of an HTTP proxy; expected such as http://proxy.example:3128");
    }

    boolean isEmpty() {
        return http.isEmpty() && https.isEmpty();
    }

    private Optional<URI> proxy(URI uri) {
        boolean direct = Addresses.isLoopback(uri.getHost()) || exempt.covers(uri);
        Optional<URI> proxy = "https".equals(uri.getScheme()) ? https : http;
        return direct ? Optional.empty() : proxy;
    }

    /** The value of the header {@code Proxy-Authorization}, where the proxy's address has a user name in it. */
    Optional<String> authorization(URI uri) {
        return proxy(uri)
                .map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(proxy(uri).map(EnvironmentProxies::address).orElse(Proxy.NO_PROXY));
    }

    private static Proxy address(URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException cause) {}
}
