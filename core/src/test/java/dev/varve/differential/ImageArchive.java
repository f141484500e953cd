package dev.varve.differential;

import dev.varve.image.Descriptor;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image out of an archive with an OCI layout in it, read without any of Varve's code for layers.
 *
 * @param layers each layer's entries, the lowest layer first
 */
record ImageArchive(ImageConfig config, List<List<LayerItem>> layers) {
    private static final int GZIP = 0x8b1f;

    static ImageArchive read(Path archive) throws IOException, JsonException {
        Map<String, byte[]> files = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        Descriptor manifest = find(files, ImageIndex.parse(blob(files, "index.json")));
        Manifest image = Manifest.parse(blob(files, manifest));
        List<List<LayerItem>> layers = new ArrayList<>();
        for (Descriptor layer : image.layers()) {
            try (InputStream content = uncompressed(blob(files, layer))) {
                layers.add(LayerItem.readAll(content));
            }
        }
        return new ImageArchive(ImageConfig.parse(blob(files, image.config())), layers);
    }

    private static Descriptor find(Map<String, byte[]> files, ImageIndex index) throws IOException, JsonException {
        Descriptor found = index.manifests().size() == 1
                ? index.manifests().get(0)
                : index.find(Platform.host()).orElseThrow();
        return MediaType.isIndex(found.mediaType()) ? find(files, ImageIndex.parse(blob(files, found))) : found;
    }

    private static byte[] blob(Map<String, byte[]> files, Descriptor descriptor) throws IOException {
        return blob(files, "blobs/sha256/" + descriptor.digest().hex());
    }

    private static byte[] blob(Map<String, byte[]> files, String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IOException(name + " is not in the archive: " + files.keySet());
        }
        return content;
    }

    private static InputStream uncompressed(byte[] layer) throws IOException {
        InputStream content = new ByteArrayInputStream(layer);
        boolean gzip = layer.length > 2 && ((layer[0] & 0xff) | (layer[1] & 0xff) << 8) == GZIP;
        return gzip ? new GZIPInputStream(content) : content;
    }
}
