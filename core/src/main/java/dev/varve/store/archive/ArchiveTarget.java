package dev.varve.store.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where the files of a layout go. */
interface ArchiveTarget extends Closeable {
    void add(String path, long size, InputStream content) throws IOException;

    default void add(String path, byte[] content) throws IOException {
        add(path, content.length, new ByteArrayInputStream(content));
    }
}
