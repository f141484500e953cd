package dev.varve.registry;

import com.github.luben.zstd.Zstd;
import dev.varve.image.ContainerConfig;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.HistoryEntry;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Blobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image that is being made, layer by layer, from what a registry or a store is to hold. */
final class TestImage {
    static final Platform AMD64 = Platform.parse("linux/amd64");
    private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    private final Blobs blobs;
    private final Platform platform;
    private final List<Descriptor> layers = new ArrayList<>();
    private final List<Digest> diffIds = new ArrayList<>();

    private TestImage(Blobs blobs, Platform platform) {
        this.blobs = blobs;
        this.platform = platform;
    }

    static TestImage in(Blobs blobs) {
        return new TestImage(blobs, AMD64);
    }

    static TestImage in(Blobs blobs, Platform platform) {
        return new TestImage(blobs, platform);
    }

    /** An archive with one file. */
    static byte[] archive(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            entry.setModTime(MADE.toEpochMilli());
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] archive(String content) {
        return archive("file", content.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }

    TestImage plain(byte[] archive) throws IOException {
        return layer(MediaType.OCI_LAYER, archive, archive);
    }

    TestImage gzipped(byte[] archive) throws IOException {
        return layer(MediaType.OCI_LAYER_GZIP, gzip(archive), archive);
    }

    /** @param archive what the blob is said to expand to */
    TestImage layer(String mediaType, byte[] blob, byte[] archive) throws IOException {
        layers.add(new Descriptor(mediaType, blobs.write(blob), blob.length));
        diffIds.add(digest(archive));
        return this;
    }

    /** Its manifest, in OCI's words. */
    Descriptor manifest() throws IOException {
        return manifest(MediaType.OCI_MANIFEST, MediaType.OCI_CONFIG);
    }

    Descriptor manifest(String mediaType, String configType) throws IOException {
        Descriptor config = write(configType, config());
        return write(mediaType, new Manifest(mediaType, config, layers, Map.of()).toBytes());
    }

    private byte[] config() {
        List<HistoryEntry> history = diffIds.stream()
                .map(id -> new HistoryEntry(Optional.of(MADE), "COPY file /file", "", "", false))
                .toList();
        return new ImageConfig(platform, Optional.of(MADE), "", ContainerConfig.EMPTY, diffIds, history).toBytes();
    }

    private Descriptor write(String mediaType, byte[] bytes) throws IOException {
        return new Descriptor(mediaType, blobs.write(bytes), bytes.length, Optional.of(platform), Map.of());
    }

    List<Descriptor> layers() {
        return layers;
    }

    List<Digest> diffIds() {
        return diffIds;
    }

    static Descriptor index(Blobs blobs, Descriptor... manifests) throws IOException {
        byte[] bytes = ImageIndex.of(List.of(manifests)).toBytes();
        return new Descriptor(MediaType.OCI_INDEX, blobs.write(bytes), bytes.length);
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.sha256(
                    java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
