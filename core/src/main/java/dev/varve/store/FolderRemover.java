package dev.varve.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Removes folders whose files may belong to subordinate ids, which only a process in a user namespace of their own may
 * touch. The store asks for it only where it could not remove a folder itself.
 */
@FunctionalInterface
public interface FolderRemover {
    void remove(Path folder) throws IOException;
}
