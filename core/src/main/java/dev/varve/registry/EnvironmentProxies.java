package dev.varve.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxies that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} name, in upper or lower case. */
final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> environment;
    private final NoProxy exempt;

    private EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
        this.exempt = new NoProxy(value(environment, "NO_PROXY"));
    }

    /** Those of the JDK's own properties where the environment names none. */
    static ProxySelector of(Map<String, String> environment) {
        ProxySelector system = ProxySelector.getDefault();
        boolean named = !value(environment, "HTTP_PROXY").isEmpty()
                || !value(environment, "HTTPS_PROXY").isEmpty();
        return named || system == null ? new EnvironmentProxies(environment) : system;
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? environment.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "") : value;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String text = value(environment, uri.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY");
        if (text.isEmpty() || Addresses.isLoopback(uri.getHost()) || exempt.covers(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port)));
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException cause) {}
}
