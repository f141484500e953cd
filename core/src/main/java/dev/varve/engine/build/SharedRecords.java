package dev.varve.engine.build;

import dev.varve.plan.CacheRecord;
import dev.varve.plan.CacheRecords;
import dev.varve.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cache of this machine, and behind it those that others have left in registries. */
final class SharedRecords implements CacheRecords {
    private final StoredRecords stored;
    private final Store store;
    private final List<ImportedCache> imported;

    SharedRecords(StoredRecords stored, Store store, List<ImportedCache> imported) {
        this.stored = stored;
        this.store = store;
        this.imported = imported;
    }

    @Override
    public List<CacheRecord> find(String definition) throws IOException {
        List<CacheRecord> here = stored.find(definition);
        if (imported.isEmpty()) {
            return here;
        }
        List<CacheRecord> all = new ArrayList<>(here);
        Set<CacheRecord> known = new HashSet<>(here);
        for (ImportedCache cache : imported) {
            cache.find(definition).stream().filter(known::add).forEach(all::add);
        }
        return all;
    }

    @Override
    public void add(String definition, CacheRecord record) throws IOException {
        stored.add(definition, record);
    }

    /** Sees to it that the layer of a record is in the store, and the record with it. */
    void bring(CacheRecord record) throws IOException {
        for (ImportedCache cache : imported) {
            Optional<String> definition = cache.definition(record);
            if (definition.isPresent() && !stored.find(definition.get()).contains(record)) {
                if (record.layer().isPresent()
                        && !store.blobs().contains(record.layer().get())) {
                    cache.fetch(record.layer().get());
                }
                stored.add(definition.get(), record);
                return;
            }
        }
    }
}
