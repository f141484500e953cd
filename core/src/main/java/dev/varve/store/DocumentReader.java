package dev.varve.store;

import dev.varve.json.JsonException;

/** Reads a document of the store. */
@FunctionalInterface
public interface DocumentReader<T> {
    /** @throws JsonException where it is none of that kind */
    T read(byte[] document) throws JsonException;
}
