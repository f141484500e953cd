package dev.varve.engine.build;

import dev.varve.plan.CacheRecord;
import dev.varve.plan.CacheRecords;
import dev.varve.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds that follow one another as if nobody had built before them: what the cache has, and why a step ran, is told by what
 * the trail's own builds left, so that it is the same on every machine and at every repetition. What the store has from other
 * builds is taken from there all the same, and told as what ran. Kept in memory; safe for use by several threads, though not
 * by builds at the same time.
 */
public final class BuildTrail {
    private final Map<String, List<CacheRecord>> records = new HashMap<>();
    private byte @Nullable [] last;

    /** Its records, but for those whose layers have gone. */
    CacheRecords records(Store store) {
        return new CacheRecords() {
            @Override
            public List<CacheRecord> find(String definition) {
                return known(definition).stream()
                        .filter(record -> record.layer().isEmpty()
                                || store.blobs().contains(record.layer().get()))
                        .toList();
            }

            @Override
            public void add(String definition, CacheRecord record) {
                keep(definition, record);
            }
        };
    }

    private synchronized List<CacheRecord> known(String definition) {
        return List.copyOf(records.getOrDefault(definition, List.of()));
    }

    private synchronized void keep(String definition, CacheRecord record) {
        records.computeIfAbsent(definition, key -> new ArrayList<>()).add(0, record);
    }

    LastBuild lastBuild() {
        return new LastBuild(new LastBuild.Place() {
            @Override
            public Optional<byte[]> read() {
                synchronized (BuildTrail.this) {
                    return Optional.ofNullable(last);
                }
            }

            @Override
            public void write(byte[] state) {
                synchronized (BuildTrail.this) {
                    last = state;
                }
            }
        });
    }
}
