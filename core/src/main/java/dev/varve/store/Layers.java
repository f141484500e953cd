package dev.varve.store;

import dev.varve.image.Descriptor;
import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import dev.varve.json.JsonObject;
import dev.varve.layer.LayerCompression;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The layers of images: each is a blob under its diff ID, the digest of its uncompressed archive. A layer that came from
 * elsewhere, or went there, has compressed forms too; which ones is remembered in {@code layers/DIFF-ID/DIGEST}, so that a
 * layer goes out in the very form in which it came.
 */
public final class Layers {
    /** Nothing that gzip makes grows more than 1,032 times. */
    private static final long MOST_EXPANSION = 1_032;

    private static final long SMALLEST_BOUND = 1L << 30;

    private final Path folder;
    private final Blobs blobs;
    private final Temporary temporary;
    private final Stripes stripes;

    Layers(Path folder, Blobs blobs, Temporary temporary, Stripes stripes) {
        this.folder = folder;
        this.blobs = blobs;
        this.temporary = temporary;
        this.stripes = stripes;
    }

    /**
     * The file with the layer's uncompressed archive, made from a compressed form where need be.
     *
     * @throws StoreException where the layer is not in the store in any form, or is not what its diff ID says
     */
    public Path require(Digest diffId) throws IOException {
        if (!blobs.contains(diffId)) {
            for (Descriptor form : forms(diffId)) {
                if (blobs.contains(form.digest())) {
                    return require(diffId, form);
                }
            }
            throw new StoreException("layer " + diffId + " is not in the store; pull or build its image anew");
        }
        return blobs.path(diffId);
    }

    /**
     * The same, where this form of the layer is known from an image's manifest.
     *
     * @throws StoreException where the layer is not in the store in any form, or is not what its diff ID says
     */
    public Path require(Digest diffId, Descriptor form) throws IOException {
        if (blobs.contains(diffId)) {
            return blobs.path(diffId);
        }
        if (!blobs.contains(form.digest())) {
            return require(diffId);
        }
        StoreLock only = stripes.lock("layer", diffId);
        try (only) {
            if (!blobs.contains(diffId)) {
                decompress(form, diffId);
            }
        }
        remember(diffId, form);
        return blobs.path(diffId);
    }

    /**
     * The files with the uncompressed archives of an image's layers, the lowest first.
     *
     * @throws StoreException where a layer is not in the store in any form, or is not what its diff ID says
     */
    public List<Path> require(StoredImage image) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < image.config().diffIds().size(); i++) {
            files.add(require(
                    image.config().diffIds().get(i), image.manifest().layers().get(i)));
        }
        return files;
    }

    private void decompress(Descriptor form, Digest diffId) throws IOException {
        try (BlobWriter writer = blobs.create(diffId)) {
            decompress(form, writer);
            writer.commit(diffId);
        }
    }

    private void decompress(Descriptor form, OutputStream out) throws IOException {
        String name = form.digest().toString();
        long most = Math.max(SMALLEST_BOUND, MOST_EXPANSION * blobs.size(form.digest()));
        try (InputStream compressed = blobs.open(form.digest());
                InputStream plain = LayerCompression.decompress(compressed, name, most)) {
            plain.transferTo(out);
        } catch (IOException e) {
            throw StoreException.unreadable("layer " + name, e);
        }
    }

    /**
     * Takes a form of a layer that came from outside: its blob is uncompressed, if only to see whether it is what the diff ID
     * says, and the form is remembered.
     *
     * @throws StoreException where it is something else
     */
    public void adopt(Digest diffId, Descriptor form) throws IOException {
        if (form.digest().equals(diffId) || forms(diffId).contains(form)) {
            return;
        }
        if (!blobs.contains(diffId)) {
            decompress(form, diffId);
        } else {
            MessageDigest hash = Hashes.of(diffId.algorithm());
            decompress(form, new DigestOutputStream(OutputStream.nullOutputStream(), hash));
            Digest found = new Digest(diffId.algorithm(), HexFormat.of().formatHex(hash.digest()));
            if (!found.equals(diffId)) {
                throw new StoreException("expected the content of " + diffId + ", got that of " + found);
            }
        }
        remember(diffId, form);
    }

    /** Takes note that this blob, in the store or in a registry, is a compressed form of the layer. */
    public void remember(Digest diffId, Descriptor form) throws IOException {
        Path file = folder.resolve(diffId.hex()).resolve(form.digest().hex());
        if (!form.digest().equals(diffId) && !forms(diffId).contains(form)) {
            JsonObject json = JsonObject.EMPTY
                    .with("mediaType", form.mediaType())
                    .with("digest", form.digest().toString())
                    .with("size", form.size());
            AtomicFile.writeLightly(file, json.toBytes(), temporary);
        }
    }

    /** The compressed forms that are known of the layer; their blobs need not be in the store. */
    public List<Descriptor> forms(Digest diffId) throws IOException {
        List<Descriptor> forms = new ArrayList<>();
        for (Path file : Folders.children(folder.resolve(diffId.hex()))) {
            try {
                byte[] json = Files.readAllBytes(file);
                if (json.length > 0) {
                    forms.add(Descriptor.read(JsonObject.parse(json)));
                }
            } catch (JsonException e) {
                throw new StoreException(file + " is damaged, remove it: " + e.getMessage(), e);
            }
        }
        return forms;
    }

    /** Forgets the forms of layers that are not kept. */
    void retain(Set<Digest> diffIds) throws IOException {
        Set<String> kept = diffIds.stream().map(Digest::hex).collect(Collectors.toSet());
        for (Path layer : Folders.children(folder)) {
            if (!kept.contains(layer.getFileName().toString())) {
                FolderRemoval.removeTree(layer);
            }
        }
    }
}
