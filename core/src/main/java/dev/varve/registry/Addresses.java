package dev.varve.registry;

import java.net.URI;

/** Addresses that servers give. */
final class Addresses {
    private Addresses() {}

    /** @throws RegistryException where it is no address of a web server */
    static URI resolve(URI base, String location) throws RegistryException {
        URI uri;
        try {
            uri = base.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RegistryException("gives an address that is none", e);
        }
        if (location.isEmpty() || !isWeb(uri)) {
            throw new RegistryException("gives an address that is none");
        }
        return uri;
    }

    static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }

    /** Scheme, host and port: what credentials are bound to, and all of an address that a message may show. */
    static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return uri.getScheme() + "://" + uri.getHost() + ":" + port;
    }

    /** The host, with its port where it has one. */
    static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Whether this is this machine, by its name. */
    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
