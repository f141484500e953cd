package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageConfig;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.store.Store;
import dev.varve.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Sends images of the store to one repository. */
final class ImagePush {
    private static final int MOST_OF_A_CONFIG = 8 * 1024 * 1024;

    private final Repository repository;
    private final Store store;
    private final Compression compression;
    private final BlobUpload upload;
    private final LayerPush layers;

    ImagePush(Repository repository, Store store, Compression compression, MountSources sources, Progress progress) {
        this.repository = repository;
        this.store = store;
        this.compression = compression;
        this.upload = new BlobUpload(repository, store.blobs(), progress);
        this.layers = new LayerPush(store, upload, sources);
    }

    /**
     * @param tag empty to leave it to its digest
     * @param top an image, or the index of several
     * @return what the repository has now
     */
    Descriptor push(Optional<String> tag, Descriptor top) throws IOException {
        return MediaType.isIndex(top.mediaType()) ? index(tag, top) : image(tag, top);
    }

    private Descriptor index(Optional<String> tag, Descriptor top) throws IOException {
        byte[] bytes = manifest(top);
        ImageIndex index = ImageIndex.parse(bytes);
        List<Descriptor> sent = new ArrayList<>();
        for (Descriptor manifest : index.manifests()) {
            sent.add(replaced(manifest, push(Optional.empty(), manifest)));
        }
        boolean changed = !sent.equals(index.manifests());
        return repository.put(
                tag,
                top.mediaType(),
                changed ? new ImageIndex(index.mediaType(), sent, index.annotations()).toBytes() : bytes);
    }

    private static Descriptor replaced(Descriptor old, Descriptor by) {
        return new Descriptor(by.mediaType(), by.digest(), by.size(), old.platform(), old.annotations());
    }

    private Descriptor image(Optional<String> tag, Descriptor image) throws IOException {
        byte[] bytes = manifest(image);
        Manifest manifest = Manifest.parse(bytes);
        List<Descriptor> sent = layers(manifest, diffIds(manifest));
        boolean changed = !sent.equals(manifest.layers());
        return repository.put(
                tag,
                image.mediaType(),
                changed
                        ? new Manifest(manifest.mediaType(), manifest.config(), sent, manifest.annotations()).toBytes()
                        : bytes);
    }

    private List<Digest> diffIds(Manifest manifest) throws IOException {
        if (!ImageManifest.isImage(manifest)) {
            // Something else that an index may have, whose layers go as they are.
            return manifest.layers().stream().map(Descriptor::digest).toList();
        }
        Digest config = manifest.config().digest();
        List<Digest> diffIds =
                ImageConfig.parse(store.blobs().read(config, MOST_OF_A_CONFIG)).diffIds();
        if (diffIds.size() != manifest.layers().size()) {
            throw new StoreException("the image " + config.shortened() + " is damaged: its manifest has "
                    + manifest.layers().size() + " layers, its configuration " + diffIds.size());
        }
        return diffIds;
    }

    /** Sends the configuration and the layers. */
    private List<Descriptor> layers(Manifest manifest, List<Digest> diffIds) throws IOException {
        LayerCompressor compressor = new LayerCompressor(store, compression, manifest.mediaType());
        Map<Digest, Descriptor> forms = new ConcurrentHashMap<>();
        Map<Digest, Callable<Void>> tasks = new LinkedHashMap<>();
        tasks.put(manifest.config().digest(), () -> {
            upload.sendUnlessThere(manifest.config());
            return null;
        });
        for (int i = 0; i < manifest.layers().size(); i++) {
            Descriptor layer = manifest.layers().get(i);
            Digest diffId = diffIds.get(i);
            tasks.put(layer.digest(), () -> {
                forms.put(layer.digest(), layer(layer, diffId, compressor));
                return null;
            });
        }
        Workers.doAll(List.copyOf(tasks.values()));
        return manifest.layers().stream()
                .map(layer -> replaced(layer, forms.getOrDefault(layer.digest(), layer)))
                .toList();
    }

    private Descriptor layer(Descriptor layer, Digest diffId, LayerCompressor compressor) throws IOException {
        if (LayerForm.isPlain(layer)) {
            return layers.push(diffId, compressor);
        }
        layers.push(layer, diffId);
        return layer;
    }

    private byte[] manifest(Descriptor manifest) throws IOException {
        if (!store.blobs().contains(manifest.digest())) {
            throw new StoreException("the image"
                    + manifest.platform().map(platform -> " for " + platform).orElse("") + " "
                    + manifest.digest().shortened()
                    + " is not in the store, so that it cannot be pushed; pull it first");
        }
        return store.blobs().read(manifest.digest(), Repository.MOST_OF_A_MANIFEST);
    }
}
