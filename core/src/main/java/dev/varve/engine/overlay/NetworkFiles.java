package dev.varve.engine.overlay;

import dev.varve.sandbox.Mount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files by which a process finds names in the network; they are mounted, so they end up in no layer. */
public final class NetworkFiles {
    private static final Path RESOLVER = Path.of("/etc/resolv.conf");

    private NetworkFiles() {}

    /**
     * The mounts of {@code /etc/hosts}, {@code /etc/hostname} and {@code /etc/resolv.conf}.
     *
     * @param folder where the files are made
     */
    public static List<Mount> in(Path folder, String hostname) throws IOException {
        List<Mount> mounts = new ArrayList<>();
        Path hosts = Files.writeString(
                folder.resolve("hosts"),
                "127.0.0.1\tlocalhost " + hostname + "\n::1\tlocalhost ip6-localhost ip6-loopback\n");
        mounts.add(new Mount.Bind(hosts, "/etc/hosts", false));
        Path name = Files.writeString(folder.resolve("hostname"), hostname + "\n");
        mounts.add(new Mount.Bind(name, "/etc/hostname", false));
        if (Files.isReadable(RESOLVER)) {
            Path resolver = Files.write(folder.resolve("resolv.conf"), Files.readAllBytes(RESOLVER));
            mounts.add(new Mount.Bind(resolver, "/etc/resolv.conf", false));
        }
        return mounts;
    }
}
