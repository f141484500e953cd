package dev.varve.engine.container;

import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /etc/hosts}, {@code /etc/hostname} and {@code /etc/resolv.conf} of a container. They are files beside its root, so
 * they end up in no layer, and are made once: what the container changes in them stays.
 */
final class NetworkSetup {
    private static final Path HOSTS = Path.of("/etc/hosts");
    private static final Path RESOLVER = Path.of("/etc/resolv.conf");

    /** As Docker begins a container's file. */
    private static final String LOOPBACK = """
        127.0.0.1	localhost
        ::1	localhost ip6-localhost ip6-loopback
        fe00::	ip6-localnet
        ff00::	ip6-mcastprefix
        ff02::1	ip6-allnodes
        ff02::2	ip6-allrouters
        """;

    private NetworkSetup() {}

    static List<Mount> mounts(StoredContainer container) throws IOException {
        Path folder = container.folder().path().resolve("network");
        if (!Files.exists(folder)) {
            create(container, folder);
        }
        List<Mount> mounts = new ArrayList<>();
        for (String name : List.of("hosts", "hostname", "resolv.conf")) {
            if (Files.exists(folder.resolve(name))) {
                mounts.add(new Mount.Bind(folder.resolve(name), "/etc/" + name, false));
            }
        }
        return mounts;
    }

    private static void create(StoredContainer container, Path folder) throws IOException {
        Path aside = container.folder().path().resolve("network.new");
        Files.createDirectories(aside);
        Files.writeString(aside.resolve("hosts"), hosts(container));
        Files.writeString(aside.resolve("hostname"), container.hostname() + "\n");
        if (Files.isReadable(RESOLVER)) {
            Files.write(aside.resolve("resolv.conf"), Files.readAllBytes(RESOLVER));
        }
        Files.move(aside, folder);
    }

    private static String hosts(StoredContainer container) throws IOException {
        NetworkMode network = container.settings().network();
        boolean machines = network != NetworkMode.NONE && Files.isReadable(HOSTS);
        StringBuilder lines = new StringBuilder(machines ? Files.readString(HOSTS) : LOOPBACK);
        if (!lines.toString().endsWith("\n")) {
            lines.append('\n');
        }
        if (network == NetworkMode.DEFAULT) {
            lines.append("127.0.0.1\t").append(container.hostname()).append('\n');
        }
        for (String host : container.settings().hosts()) {
            int colon = host.indexOf(':');
            lines.append(host.substring(colon + 1))
                    .append('\t')
                    .append(host, 0, colon)
                    .append('\n');
        }
        return lines.toString();
    }
}
