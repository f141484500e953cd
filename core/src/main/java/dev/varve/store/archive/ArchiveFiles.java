package dev.varve.store.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of an archive or a folder. Names come from outside: whatever they are, they lead to nothing outside. */
interface ArchiveFiles extends Closeable {
    /** How people know it, for messages. */
    String name();

    /** The file of this name, links within the archive followed. */
    Optional<ArchiveFile> find(String path) throws IOException;

    /** A file in it. */
    interface ArchiveFile {
        long size() throws IOException;

        InputStream open() throws IOException;
    }
}
