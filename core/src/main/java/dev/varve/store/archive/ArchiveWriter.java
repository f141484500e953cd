package dev.varve.store.archive;

import dev.varve.image.Annotation;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.store.Blobs;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes images as they are in the store: those that were built here with uncompressed layers, those that were pulled with
 * the layers and the manifest of their registry.
 */
final class ArchiveWriter {
    private static final byte[] LAYOUT = "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final Blobs blobs;
    private final ArchiveFormat format;

    ArchiveWriter(Blobs blobs, ArchiveFormat format) {
        this.blobs = blobs;
        this.format = format;
    }

    void write(List<SavedImage> images, ArchiveTarget target) throws IOException {
        Map<Digest, SavedImage> once = new LinkedHashMap<>();
        for (SavedImage saved : images) {
            once.merge(saved.image().descriptor().digest(), saved, SavedImage::withNamesOf);
        }
        TreeSet<Digest> needed = new TreeSet<>();
        for (SavedImage saved : once.values()) {
            Manifest manifest = saved.image().manifest();
            needed.add(saved.image().descriptor().digest());
            needed.add(manifest.config().digest());
            manifest.layers().forEach(layer -> needed.add(layer.digest()));
        }
        for (Digest blob : needed) {
            if (!blobs.contains(blob)) {
                throw new StoreException("blob " + blob + " is not in the store; pull or build its image anew");
            }
        }
        for (Digest blob : needed) {
            try (InputStream content = blobs.open(blob)) {
                target.add(ArchiveDocuments.blobPath(blob), blobs.size(blob), content);
            }
        }
        target.add(LayoutReader.INDEX, index(once.values()));
        if (format == ArchiveFormat.DOCKER) {
            target.add(SaveManifest.FILE, saveManifest(once.values()));
        }
        target.add("oci-layout", LAYOUT);
    }

    private byte[] index(Iterable<SavedImage> images) {
        List<Descriptor> entries = new ArrayList<>();
        for (SavedImage saved : images) {
            if (saved.names().isEmpty()) {
                entries.add(saved.image().descriptor().withAnnotations(Map.of()));
            }
            for (ImageReference name : saved.names()) {
                entries.add(saved.image().descriptor().withAnnotations(annotations(name)));
            }
        }
        return ImageIndex.of(entries).toBytes();
    }

    /** Docker has a tag alone where skopeo looks for a name; in a layout of our own that has the name. */
    private Map<String, String> annotations(ImageReference name) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(Annotation.IMAGE_NAME, name.toString());
        if (format == ArchiveFormat.OCI) {
            annotations.put(Annotation.REF_NAME, name.familiar());
        } else if (name.tag().isPresent()) {
            annotations.put(Annotation.REF_NAME, name.tag().get());
        }
        return annotations;
    }

    private static byte[] saveManifest(Iterable<SavedImage> images) {
        List<SaveManifest.Row> rows = new ArrayList<>();
        for (SavedImage saved : images) {
            Manifest manifest = saved.image().manifest();
            rows.add(new SaveManifest.Row(
                    ArchiveDocuments.blobPath(manifest.config().digest()),
                    manifest.layers().stream()
                            .map(layer -> ArchiveDocuments.blobPath(layer.digest()))
                            .toList(),
                    saved.names().stream()
                            .filter(name -> name.tag().isPresent())
                            .toList()));
        }
        return new SaveManifest(rows).toBytes();
    }
}
