package dev.varve.store.archive;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/** Writes a tar; folders come before what they hold. */
final class TarTarget implements ArchiveTarget {
    private final LayerWriter tar;
    private final Set<String> folders = new HashSet<>();

    TarTarget(OutputStream out) {
        this.tar = new LayerWriter(out);
    }

    @Override
    public void add(String path, long size, InputStream content) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (folders.add(folder)) {
                tar.add(LayerEntry.directory(folder, 0755));
            }
        }
        tar.add(LayerEntry.file(path, 0644, size), content);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
