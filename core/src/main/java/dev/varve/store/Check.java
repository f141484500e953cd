package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.image.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Looks at everything in the store and says what is not as it must be. What nothing needs is no problem. */
final class Check {
    private static final int BUFFER = 1 << 16;

    private final Store store;
    private final List<String> problems = new ArrayList<>();

    Check(Store store) {
        this.store = store;
    }

    List<String> run() throws IOException {
        for (Digest blob : store.blobs().all()) {
            blob(blob);
        }
        for (ImageEntry entry : store.images().entries()) {
            image(entry);
        }
        for (Map.Entry<String, List<CacheRecord>> records : store.cache().all().entrySet()) {
            for (CacheRecord record : records.getValue()) {
                layers("cache record " + records.getKey() + "/" + record.id(), record.layers());
            }
        }
        for (ContainerFolder container : store.containers().list()) {
            container(container);
        }
        snapshots();
        return problems;
    }

    private void blob(Digest digest) throws IOException {
        MessageDigest hash = Hashes.of(digest.algorithm());
        try (InputStream content = store.blobs().open(digest)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        String found = HexFormat.of().formatHex(hash.digest());
        if (!found.equals(digest.hex())) {
            problems.add("blob " + digest + " is damaged: its content is that of " + digest.algorithm() + ":" + found);
        }
    }

    private void image(ImageEntry entry) throws IOException {
        String image = entry.name().map(Object::toString).orElse("an image without a name") + " ("
                + entry.manifest().digest() + ")";
        ImageReading reading = new ImageReading(store.blobs());
        try {
            Manifest manifest = reading.whole(entry.manifest());
            size(image, entry.manifest());
            size(image, manifest.config());
            for (Descriptor layer : manifest.layers()) {
                size(image, layer);
            }
        } catch (StoreException e) {
            problems.add(image + ": " + e.getMessage());
        }
    }

    private void size(String image, Descriptor part) throws IOException {
        if (store.blobs().contains(part.digest()) && store.blobs().size(part.digest()) != part.size()) {
            problems.add(image + ": " + part.digest() + " is said to have " + part.size() + " bytes and has "
                    + store.blobs().size(part.digest()));
        }
    }

    private void layers(String whose, List<Digest> layers) throws IOException {
        for (Digest layer : layers) {
            boolean there = store.blobs().contains(layer)
                    || store.layers().forms(layer).stream()
                            .anyMatch(form -> store.blobs().contains(form.digest()));
            if (!there) {
                problems.add(whose + ": layer " + layer + " is not in the store");
            }
        }
    }

    private void container(ContainerFolder container) throws IOException {
        String whose = "container " + container.name();
        layers(whose, container.identity().layers());
        boolean found = store.containers()
                .find(container.name())
                .filter(named -> named.id().equals(container.id()))
                .isPresent();
        if (!found && Files.exists(container.path())) {
            problems.add(whose + " (" + container.id() + ") is not found by its name");
        }
        try {
            container.state();
        } catch (StoreException e) {
            problems.add(whose + ": " + e.getMessage());
        }
    }

    private void snapshots() throws IOException {
        Map<Digest, Path> all = store.snapshots().all();
        for (Path place : Folders.children(store.snapshots().folder())) {
            if (!all.containsValue(place)) {
                problems.add("snapshot " + place + " does not say what layer it is of");
            }
        }
        for (Map.Entry<Digest, Path> snapshot : all.entrySet()) {
            if (store.snapshots().find(snapshot.getKey()).isEmpty()) {
                problems.add("snapshot " + snapshot.getValue() + " is not found as that of " + snapshot.getKey());
            }
        }
    }
}
