package dev.varve.store.archive;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code docker save} wrote before Docker 25, and skopeo and buildah write as {@code docker-archive}. */
final class SaveReader {
    private final ArchiveFiles files;
    private final ArchiveDocuments documents;
    private final LayerImport layers;
    private final Store store;

    SaveReader(ArchiveFiles files, Store store) {
        this.files = files;
        this.documents = new ArchiveDocuments(files);
        this.layers = new LayerImport(files, store);
        this.store = store;
    }

    List<ArchivedImage> read() throws IOException {
        List<ArchivedImage> images = new ArrayList<>();
        for (SaveManifest.Row row : SaveManifest.read(documents, files.name()).rows()) {
            images.add(image(row));
        }
        return images;
    }

    private ArchivedImage image(SaveManifest.Row row) throws IOException {
        byte[] json = documents.bytes(row.config());
        ImageConfig config = documents.read(row.config(), ImageConfig::parse);
        layers.requireAsMany(row.layers(), config);
        List<Descriptor> blobs = new ArrayList<>();
        for (int i = 0; i < row.layers().size(); i++) {
            blobs.add(layers.bring(row.layers().get(i), config.diffIds().get(i)));
        }
        Digest id = store.blobs().write(json);
        byte[] manifest = Manifest.of(new Descriptor(MediaType.OCI_CONFIG, id, json.length), blobs)
                .toBytes();
        Descriptor descriptor =
                new Descriptor(MediaType.OCI_MANIFEST, store.blobs().write(manifest), manifest.length);
        return new ArchivedImage(id, descriptor, Optional.empty(), row.names());
    }
}
