package dev.varve.engine.files;

import dev.varve.layer.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Files that can be copied from. Paths are relative to the root, clean, and empty for the root, which is always there. */
public interface SourceTree {

    /** What is at this path; a symlink at its end is told as such. Hard links are told as files. */
    Optional<LayerEntry> find(String path);

    /** What lies directly in this folder, by name. */
    List<LayerEntry> children(String folder);

    InputStream open(LayerEntry file) throws IOException;

    /** Equal for the names of one file, and for nothing else; empty for a file that has one name. */
    Optional<Object> sharedFile(LayerEntry file);
}
