package dev.varve.store;

import dev.varve.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The blobs of an OCI image layout ({@code image-layout.md}), each a file named by its digest. What stands under its name
 * is whole and right: a blob is written aside, verified, synchronised and then moved into place. Several processes may
 * use one folder.
 */
public final class Blobs {
    private static final String SHA_256 = "sha256";

    private final Path blobs;
    private final Temporary temporary;

    Blobs(Path blobs, Temporary temporary) {
        this.blobs = blobs;
        this.temporary = temporary;
    }

    /** Where the blob is, or would be. */
    public Path path(Digest digest) {
        return blobs.resolve(digest.algorithm()).resolve(digest.hex());
    }

    public boolean contains(Digest digest) {
        return Files.isRegularFile(path(digest));
    }

    /** @throws NoSuchFileException where there is no such blob */
    public long size(Digest digest) throws IOException {
        return Files.size(path(digest));
    }

    /** @throws NoSuchFileException where there is no such blob */
    public InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(path(digest));
    }

    /**
     * The bytes of a small blob, such as a manifest.
     *
     * @throws NoSuchFileException where there is no such blob
     * @throws IOException where it has more than {@code most} bytes
     */
    public byte[] read(Digest digest, int most) throws IOException {
        long size = size(digest);
        if (size > most) {
            throw new StoreException(
                    "blob " + digest + " has " + size + " bytes, more than the " + most + " it may have");
        }
        return Files.readAllBytes(path(digest));
    }

    /** Keeps these bytes, which are a SHA-256 blob. */
    public Digest write(byte[] bytes) throws IOException {
        Digest name = Digest.of(bytes);
        if (contains(name)) {
            return name;
        }
        try (BlobWriter writer = create()) {
            writer.write(bytes);
            return writer.commit();
        }
    }

    /** The digests of all blobs. Files that are named by none, such as what another program is writing, are left out. */
    Set<Digest> all() throws IOException {
        Set<Digest> digests = new TreeSet<>();
        for (Path algorithm : Folders.children(blobs)) {
            for (Path file : Folders.children(algorithm)) {
                String name = algorithm.getFileName() + ":" + file.getFileName();
                digest(name).ifPresent(digests::add);
            }
        }
        return digests;
    }

    private static Optional<Digest> digest(String name) {
        try {
            return Optional.of(Digest.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes the blobs that were put into place last there; their content was synchronised before. */
    void synchronise() throws IOException {
        Folders.children(blobs).forEach(AtomicFile::synchronise);
    }

    /** Removes a blob that nothing needs; its size. */
    long remove(Digest digest) throws IOException {
        long size = size(digest);
        Files.delete(path(digest));
        return size;
    }

    /** Begins a SHA-256 blob. */
    public BlobWriter create() throws IOException {
        return create(SHA_256);
    }

    /** Begins a blob that is to have this digest, whatever its algorithm; for {@link BlobWriter#commit(Digest)}. */
    public BlobWriter create(Digest expected) throws IOException {
        return create(expected.algorithm());
    }

    private BlobWriter create(String algorithm) throws IOException {
        return BlobWriter.create(this, algorithm, temporary.newPath());
    }
}
