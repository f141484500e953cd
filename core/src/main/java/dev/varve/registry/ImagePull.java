package dev.varve.registry;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.ImageIndex;
import dev.varve.image.Manifest;
import dev.varve.image.MediaType;
import dev.varve.image.Platform;
import dev.varve.json.JsonException;
import dev.varve.store.BlobWriter;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Fetches one image from one repository. */
final class ImagePull {
    private static final int DEEPEST_INDEX = 3;

    private final Repository repository;
    private final Store store;
    private final Progress progress;

    ImagePull(Repository repository, Store store, Progress progress) {
        this.repository = repository;
        this.store = store;
        this.progress = progress;
    }

    Pulled pull(String tag, Platform platform) throws IOException {
        FetchedManifest top = manifest(tag);
        List<FetchedManifest> path = new ArrayList<>(List.of(top));
        FetchedManifest manifest = top;
        while (MediaType.isIndex(manifest.descriptor().mediaType())) {
            if (path.size() > DEEPEST_INDEX) {
                throw new RegistryException("its indexes are nested more than " + DEEPEST_INDEX + " deep");
            }
            manifest = manifest(choose(manifest, platform).digest().toString());
            path.add(manifest);
        }
        contents(manifest);
        for (int i = path.size() - 1; i >= 0; i--) {
            write(path.get(i));
        }
        return new Pulled(top.descriptor(), manifest.descriptor());
    }

    private void write(FetchedManifest manifest) throws IOException {
        Digest digest = manifest.descriptor().digest();
        try (BlobWriter blob = store.blobs().create(digest)) {
            blob.write(manifest.bytes());
            blob.commit(digest);
        }
    }

    private FetchedManifest manifest(String tag) throws IOException {
        return repository.manifest(tag).orElseThrow(() -> new RegistryException("there is no such image", 404, null));
    }

    private static Descriptor choose(FetchedManifest manifest, Platform platform) throws RegistryException {
        ImageIndex index;
        try {
            index = ImageIndex.parse(manifest.bytes());
        } catch (JsonException e) {
            throw new RegistryException("its index is none: " + e.getMessage(), e);
        }
        return index.find(platform)
                .orElseThrow(() ->
                        new RegistryException("there is no image for " + platform + ", only for " + platforms(index)));
    }

    private static String platforms(ImageIndex index) {
        return index.manifests().stream()
                .flatMap(manifest -> manifest.platform().stream())
                .map(Platform::toString)
                .filter(name -> !name.startsWith("unknown/"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void contents(FetchedManifest fetched) throws IOException {
        Manifest manifest = ImageManifest.parse(fetched.bytes());
        ConfigDownload config = new ConfigDownload(repository, manifest, store.blobs(), progress);
        LayerDownload download = new LayerDownload(repository, store, progress);
        List<Callable<Void>> tasks = new ArrayList<>(List.of(config));
        Set<Digest> seen = new HashSet<>();
        for (int i = 0; i < manifest.layers().size(); i++) {
            int index = i;
            Descriptor layer = manifest.layers().get(i);
            if (seen.add(layer.digest())) {
                tasks.add(() -> {
                    download.fetch(layer, () -> config.diffId(index));
                    return null;
                });
            }
        }
        Workers.doAll(tasks);
    }
}
