package dev.varve.plan;

import java.io.IOException;
import java.util.List;

/** The steps that have run, found by what they do. */
public interface CacheRecords {
    /** Holds nothing, whatever is put into it. */
    CacheRecords NONE = new CacheRecords() {
        @Override
        public List<CacheRecord> find(String definition) {
            return List.of();
        }

        @Override
        public void add(String definition, CacheRecord record) {}
    };

    /**
     * The records of steps with this definition whose results can still be had, the latest first.
     *
     * @param definition the hexadecimal SHA-256 of {@link Operation#definition()}
     */
    List<CacheRecord> find(String definition) throws IOException;

    void add(String definition, CacheRecord record) throws IOException;
}
