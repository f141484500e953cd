package dev.varve.registry;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The servers that {@code NO_PROXY} lists: names with their subdomains, addresses, networks, or {@code *}. */
final class NoProxy {
    private final List<String> entries;

    NoProxy(String list) {
        this.entries = List.of(list.toLowerCase(Locale.ROOT).trim().split("[\\s,]+"));
    }

    boolean covers(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String port =
                ":" + (uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80);
        return entries.stream().anyMatch(entry -> covers(entry, host, port));
    }

    private static boolean covers(String entry, String host, String port) {
        if (entry.isEmpty()) {
            return false;
        }
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return Network.parse(entry).map(network -> network.contains(host)).orElse(false);
        }
        String name = entry.endsWith(port) ? entry.substring(0, entry.length() - port.length()) : entry;
        String domain = name.startsWith("*.") ? name.substring(1) : name;
        return domain.startsWith(".") ? host.endsWith(domain) : host.equals(domain) || host.endsWith("." + domain);
    }
}
