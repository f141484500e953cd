package dev.varve.differential;

import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The image {@link Docker#BASE} as {@code .ci/engine base} makes it, of this machine's own busybox. */
final class BaseLayer {
    private static final List<Path> PLACES = List.of(Path.of("/bin/busybox"), Path.of("/usr/bin/busybox"));

    private BaseLayer() {}

    /** This machine's busybox; empty where it has none, and the image then has no program to run. */
    static Optional<Path> busybox() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** The image's configuration, with this layer. */
    static ImageConfig config(Digest diffId) {
        ContainerConfig config = new ContainerConfig(
                "",
                new TreeSet<>(),
                List.of("PATH=/bin"),
                List.of(),
                List.of("/bin/sh"),
                new TreeSet<>(),
                "",
                new TreeMap<>(),
                "",
                Optional.empty(),
                false,
                List.of(),
                List.of());
        Optional<Instant> created = Optional.of(Instant.EPOCH);
        HistoryEntry imported = new HistoryEntry(created, "", "", "Imported from -", false);
        return new ImageConfig(Platform.parse("linux/amd64"), created, "", config, List.of(diffId), List.of(imported));
    }

    /** Puts the image into the store under its name. */
    static ImageConfig putInto(Store store) throws IOException, InterruptedException {
        Digest layer;
        try (BlobWriter blob = store.blobs().create();
                TarArchiveOutputStream tar = new TarArchiveOutputStream(blob)) {
            write(tar);
            tar.finish();
            layer = blob.commit();
        }
        ImageConfig config = config(layer);
        byte[] text = config.toBytes();
        Descriptor described =
                new Descriptor(MediaType.OCI_CONFIG, store.blobs().write(text), text.length);
        Descriptor archive =
                new Descriptor(MediaType.OCI_LAYER, layer, store.blobs().size(layer));
        byte[] manifest = Manifest.of(described, List.of(archive)).toBytes();
        store.images()
                .tag(
                        ImageReference.parse(Docker.BASE),
                        new Descriptor(MediaType.OCI_MANIFEST, store.blobs().write(manifest), manifest.length));
        return config;
    }

    private static void write(TarArchiveOutputStream tar) throws IOException, InterruptedException {
        for (String folder : List.of("bin/", "etc/", "home/", "home/user/", "root/")) {
            add(tar, entry(folder, TarConstants.LF_DIR, 0755), new byte[0]);
        }
        add(tar, entry("tmp/", TarConstants.LF_DIR, 01777), new byte[0]);
        String users = "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n";
        add(tar, entry("etc/passwd", TarConstants.LF_NORMAL, 0644), users.getBytes(StandardCharsets.UTF_8));
        String groups = "root:x:0:\nuser:x:1000:\n";
        add(tar, entry("etc/group", TarConstants.LF_NORMAL, 0644), groups.getBytes(StandardCharsets.UTF_8));
        Optional<Path> busybox = busybox();
        byte[] program = busybox.isPresent() ? Files.readAllBytes(busybox.get()) : new byte[0];
        add(tar, entry("bin/busybox", TarConstants.LF_NORMAL, 0755), program);
        for (String applet : busybox.isPresent() ? applets(busybox.get()) : List.of("sh", "vi")) {
            if (!applet.equals("busybox")) {
                TarArchiveEntry link = entry("bin/" + applet, TarConstants.LF_SYMLINK, 0777);
                link.setLinkName("busybox");
                add(tar, link, new byte[0]);
            }
        }
    }

    private static TarArchiveEntry entry(String path, byte type, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(path, type);
        entry.setMode(mode);
        entry.setModTime(0);
        entry.setIds(0, 0);
        return entry;
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static List<String> applets(Path busybox) throws IOException, InterruptedException {
        Process list = new ProcessBuilder(busybox.toString(), "--list").start();
        String names = new String(list.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        list.waitFor();
        return names.lines().toList();
    }
}
