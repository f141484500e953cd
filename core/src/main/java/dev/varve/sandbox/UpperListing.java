package dev.varve.sandbox;

import dev.varve.layer.Layer;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is in an upper folder, as a tar of it tells. */
final class UpperListing {
    private final Layer tar;
    private final Map<String, LayerEntry> entries = new HashMap<>();
    private final Map<String, Map<String, LayerEntry>> children = new HashMap<>();
    private final Set<String> hiding = new HashSet<>();

    UpperListing(Layer tar, RootFileSystem below, Ids ids) {
        this.tar = tar;
        for (LayerEntry entry : tar.entries()) {
            if (entry.kind() == Kind.OPAQUE) {
                hiding.add(entry.path());
            } else {
                add(ids.single() ? withOwnerBelow(entry, below) : entry);
            }
        }
    }

    /** Where there is but one user, who a file belongs to is known only from below. */
    private static LayerEntry withOwnerBelow(LayerEntry entry, RootFileSystem below) {
        Node lower = below.find(entry.path()).orElse(null);
        return lower == null
                ? entry
                : entry.withOwner(lower.entry().uid(), lower.entry().gid());
    }

    private void add(LayerEntry entry) {
        String path = entry.path();
        entries.put(path, entry);
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        children.computeIfAbsent(folder, name -> new TreeMap<>()).put(path, entry);
    }

    LayerEntry get(String path) {
        return Objects.requireNonNull(entries.get(path), path);
    }

    /** What is directly in a folder, sorted. */
    Collection<LayerEntry> children(String folder) {
        return children.getOrDefault(folder, Map.of()).values();
    }

    /** Whether nothing that is below a folder shows in it. */
    boolean hides(String folder) {
        return hiding.contains(folder);
    }

    /** What a hard link is another name of; anything else itself. */
    LayerEntry original(LayerEntry entry) {
        @Nullable LayerEntry original = entry.kind() == Kind.HARD_LINK ? entries.get(entry.linkTarget()) : null;
        return original == null ? entry : original;
    }

    InputStream open(LayerEntry file) throws IOException {
        return tar.open(file);
    }
}
