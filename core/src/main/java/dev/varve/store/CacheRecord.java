package dev.varve.store;

import dev.varve.image.Digest;
import dev.varve.json.JsonException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the build cache remembers under a key: a document that the store does not look into, and the layers that it keeps
 * alive.
 */
public final class CacheRecord {
    private final String id;
    private final byte[] document;
    private final List<Digest> layers;
    private final Instant created;
    private final Instant lastUsed;
    private volatile @Nullable Object content;

    CacheRecord(String id, byte[] document, List<Digest> layers, Instant created, Instant lastUsed) {
        this.id = id;
        this.document = document.clone();
        this.layers = List.copyOf(layers);
        this.created = created;
        this.lastUsed = lastUsed;
    }

    /** Its name among the records of its key. */
    public String id() {
        return id;
    }

    public byte[] document() {
        return document.clone();
    }

    /**
     * What the document says, which is read once as long as everybody reads the same in it.
     *
     * @throws JsonException where it does not say that
     */
    public <T> T content(Class<T> type, DocumentReader<T> reader) throws JsonException {
        Object known = content;
        if (!type.isInstance(known)) {
            known = reader.read(document);
            content = known;
        }
        return type.cast(known);
    }

    /** The diff IDs of the layers that the record needs. */
    public List<Digest> layers() {
        return layers;
    }

    /** To the second. */
    public Instant created() {
        return created;
    }

    /** When it was last of use, give or take a few hours. */
    public Instant lastUsed() {
        return lastUsed;
    }

    CacheRecord usedAt(Instant time) {
        return new CacheRecord(id, document, layers, created, time);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CacheRecord record
                && id.equals(record.id)
                && java.util.Arrays.equals(document, record.document)
                && layers.equals(record.layers)
                && created.equals(record.created)
                && lastUsed.equals(record.lastUsed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, layers, created);
    }

    @Override
    public String toString() {
        return id + " " + layers;
    }
}
