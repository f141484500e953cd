package dev.varve.store.archive;

import dev.varve.image.Annotation;
import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.ImageReference;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an OCI image layout ({@code image-layout.md}), be it a folder, an archive, or what {@code docker save} writes since
 * Docker 25. Of an index every platform that is there is brought, and the one for this machine gets the name, or else the
 * first.
 */
final class LayoutReader {
    static final String INDEX = "index.json";
    private static final Set<String> CONFIGS = Set.of(MediaType.OCI_CONFIG, MediaType.DOCKER_CONFIG);
    private static final String UNKNOWN = "unknown";

    private final ArchiveDocuments documents;
    private final BlobImport blobs;
    private final LayerImport layers;

    LayoutReader(ArchiveFiles files, Store store) {
        this.documents = new ArchiveDocuments(files);
        this.blobs = new BlobImport(files, store.blobs());
        this.layers = new LayerImport(files, store);
    }

    /** The images, each with the names that its entry of {@code index.json} gives it. */
    List<ArchivedImage> read() throws IOException {
        List<ArchivedImage> images = new ArrayList<>();
        for (Descriptor entry : documents.read(INDEX, ImageIndex::parse).manifests()) {
            Optional<ArchivedImage> image =
                    MediaType.isIndex(entry.mediaType()) ? index(entry) : single(entry, Optional.empty(), names(entry));
            image.ifPresent(images::add);
        }
        return images;
    }

    private Optional<ArchivedImage> index(Descriptor entry) throws IOException {
        ImageIndex index = document(entry, ImageIndex::parse);
        Optional<Descriptor> wanted = index.find(Platform.host());
        Optional<ArchivedImage> chosen = Optional.empty();
        for (Descriptor child : index.manifests()) {
            if (blobs.has(child.digest())) {
                Optional<ArchivedImage> image = single(child, Optional.of(entry.digest()), names(entry));
                boolean better =
                        chosen.isEmpty() || wanted.filter(child::equals).isPresent();
                chosen = image.isPresent() && better ? image : chosen;
            }
        }
        if (chosen.isPresent()) {
            blobs.bring(entry);
        }
        return chosen;
    }

    /** An image with all its blobs; empty for what is none, such as an attestation, which is brought all the same. */
    private Optional<ArchivedImage> single(Descriptor entry, Optional<Digest> index, List<ImageReference> names)
            throws IOException {
        Manifest manifest = document(entry, Manifest::parse);
        blobs.bring(entry);
        blobs.bring(manifest.config());
        for (Descriptor layer : manifest.layers()) {
            blobs.bring(layer);
        }
        boolean attestation = entry.platform()
                .filter(platform -> platform.os().equals(UNKNOWN))
                .isPresent();
        if (attestation || !CONFIGS.contains(manifest.config().mediaType())) {
            return Optional.empty();
        }
        layers.adopt(manifest);
        return Optional.of(
                new ArchivedImage(manifest.config().digest(), entry.withAnnotations(Map.of()), index, names));
    }

    private static List<ImageReference> names(Descriptor entry) {
        for (String annotation : List.of(Annotation.IMAGE_NAME, Annotation.REF_NAME)) {
            String name = entry.annotations().get(annotation);
            if (name != null && isName(name)) {
                return List.of(ImageReference.parse(name));
            }
        }
        return List.of();
    }

    private static boolean isName(String text) {
        try {
            ImageReference.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private <T> T document(Descriptor blob, ArchiveDocuments.Parser<T> parser) throws IOException {
        return documents.read(ArchiveDocuments.blobPath(blob.digest()), parser);
    }
}
