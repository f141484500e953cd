package dev.varve.store;

import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small images. */
public final class Fixture {
    public static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    private Fixture() {}

    /** A layer archive with one file. */
    public static byte[] layer(String path, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            byte[] data = content.getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry(path);
            entry.setSize(data.length);
            entry.setModTime(MADE.toEpochMilli());
            tar.putArchiveEntry(entry);
            tar.write(data);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    /** Puts an image into the store, each layer with one file of this content, and names it nowhere. */
    public static Descriptor image(Store store, String... contents) throws IOException {
        return image(store, Platform.parse("linux/amd64"), contents);
    }

    public static Descriptor image(Store store, Platform platform, String... contents) throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        for (String content : contents) {
            byte[] tar = layer("file", content);
            layers.add(new Descriptor(MediaType.OCI_LAYER, store.blobs().write(tar), tar.length));
        }
        return image(
                store, platform, layers, layers.stream().map(Descriptor::digest).toList());
    }

    /** An image of compressed layers, as a registry gives it. */
    public static Descriptor compressedImage(Store store, String... contents) throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        List<Digest> diffIds = new ArrayList<>();
        for (String content : contents) {
            byte[] tar = layer("file", content);
            byte[] gzip = gzip(tar);
            layers.add(new Descriptor(MediaType.OCI_LAYER_GZIP, store.blobs().write(gzip), gzip.length));
            diffIds.add(digest(tar));
        }
        return image(store, Platform.parse("linux/amd64"), layers, diffIds);
    }

    public static Descriptor image(Store store, Platform platform, List<Descriptor> layers, List<Digest> diffIds)
            throws IOException {
        List<HistoryEntry> history = diffIds.stream()
                .map(id -> new HistoryEntry(Optional.of(MADE), "COPY file /file", "", "", false))
                .toList();
        byte[] config =
                new ImageConfig(platform, Optional.of(MADE), "", ContainerConfig.EMPTY, diffIds, history).toBytes();
        Descriptor configDescriptor =
                new Descriptor(MediaType.OCI_CONFIG, store.blobs().write(config), config.length);
        byte[] manifest = Manifest.of(configDescriptor, layers).toBytes();
        return new Descriptor(MediaType.OCI_MANIFEST, store.blobs().write(manifest), manifest.length);
    }

    public static Digest digest(byte[] bytes) {
        return Digest.sha256(Hashes.of("sha256").digest(bytes));
    }
}
