package dev.varve.sandbox;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes changes as a layer: the folders that lead to a change come before it ({@code containerd/pkg/archive/tar.go}). */
final class LayerPacker {
    private final UpperListing upper;
    private final LayerWriter out;
    private final Set<String> written = new HashSet<>();
    /** The first name that each file was written under. */
    private final Map<String, String> names = new HashMap<>();

    LayerPacker(UpperListing upper, LayerWriter out) {
        this.upper = upper;
        this.out = out;
    }

    void write(List<Change> changes) throws IOException {
        for (Change change : changes) {
            writeParents(change.path());
            if (change instanceof Change.Put put) {
                write(Capabilities.only(put.entry()));
            } else {
                out.whiteout(change.path());
            }
        }
    }

    private void writeParents(String path) throws IOException {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (!written.contains(folder)) {
                write(Capabilities.only(upper.get(folder)));
            }
        }
    }

    private void write(LayerEntry entry) throws IOException {
        if (entry.kind() == Kind.DIRECTORY) {
            written.add(entry.path());
            out.add(entry);
            return;
        }
        LayerEntry original = upper.original(entry);
        String earlier = names.putIfAbsent(original.path(), entry.path());
        if (earlier != null) {
            out.add(link(entry, earlier));
        } else if (original.kind() == Kind.FILE) {
            try (InputStream content = upper.open(entry)) {
                out.add(Capabilities.only(original.withPath(entry.path())), content);
            }
        } else {
            out.add(Capabilities.only(original.withPath(entry.path())));
        }
    }

    private static LayerEntry link(LayerEntry entry, String target) {
        return new LayerEntry(
                entry.path(),
                Kind.HARD_LINK,
                entry.mode(),
                entry.uid(),
                entry.gid(),
                entry.modified(),
                0,
                target,
                0,
                0,
                entry.attributes());
    }
}
