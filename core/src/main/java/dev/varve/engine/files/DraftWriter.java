package dev.varve.engine.files;

import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.LayerWriter;
import dev.varve.layer.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what of a draft differs from the file system below, with the folders that lie above it, as containerd's differ
 * does ({@code continuity/fs/diff.go}, {@code containerd/archive/tar.go}).
 */
public final class DraftWriter {
    private final LayerDraft draft;
    private final Set<String> written = new HashSet<>();
    /** Where the bytes of a file with several names were written. */
    private final Map<String, String> firstNames = new HashMap<>();

    private DraftWriter(LayerDraft draft) {
        this.draft = draft;
    }

    /**
     * Writes the layer.
     *
     * @return how many entries it has
     */
    public static int write(LayerDraft draft, OutputStream archive) throws IOException {
        DraftWriter writer = new DraftWriter(draft);
        try (LayerWriter layer = new LayerWriter(archive)) {
            for (LayerDraft.Change change : draft.changes().values()) {
                writer.write(change, layer);
            }
        }
        return writer.written.size();
    }

    private void write(LayerDraft.Change change, LayerWriter layer) throws IOException {
        LayerEntry entry = change.entry();
        LayerDraft.Change file = entry.kind() == Kind.HARD_LINK ? target(entry) : change;
        if (written.contains(entry.path()) || isUnchanged(file, entry.path())) {
            return;
        }
        folders(entry.path(), layer);
        written.add(entry.path());
        if (entry.kind() == Kind.WHITEOUT) {
            layer.whiteout(entry.path());
            return;
        }
        String shared = entry.kind() == Kind.HARD_LINK ? entry.linkTarget() : entry.path();
        String first = firstNames.putIfAbsent(shared, entry.path());
        if (first != null && entry.kind() == Kind.HARD_LINK) {
            layer.add(new LayerEntry(
                    entry.path(),
                    Kind.HARD_LINK,
                    file.entry().mode(),
                    file.entry().uid(),
                    file.entry().gid(),
                    file.entry().modified(),
                    0,
                    first,
                    0,
                    0,
                    file.entry().attributes()));
        } else {
            add(file.entry().withPath(entry.path()), file.content(), layer);
        }
    }

    private LayerDraft.Change target(LayerEntry link) {
        LayerDraft.Change target = draft.changes().get(link.linkTarget());
        if (target == null) {
            throw new IllegalStateException("a hard link to what is not in the layer: " + link.linkTarget());
        }
        return target;
    }

    /** Of the extended attributes containerd keeps capabilities alone ({@code archive/tar.go}). */
    private static void add(LayerEntry described, LayerDraft.Content content, LayerWriter layer) throws IOException {
        byte[] capability = described.attributes().get(UnchangedFile.CAPABILITY);
        LayerEntry entry =
                described.withAttributes(capability == null ? Map.of() : Map.of(UnchangedFile.CAPABILITY, capability));
        if (entry.kind() == Kind.FILE) {
            try (InputStream bytes = content.open()) {
                layer.add(entry, bytes);
            }
        } else {
            layer.add(entry);
        }
    }

    /** The folders above a path, those first that are higher. */
    private void folders(String path, LayerWriter layer) throws IOException {
        Deque<String> missing = new ArrayDeque<>();
        for (String folder = SlashPath.parent(path); !folder.isEmpty(); folder = SlashPath.parent(folder)) {
            if (written.contains(folder)) {
                break;
            }
            missing.push(folder);
        }
        for (String folder : missing) {
            Optional<LayerEntry> entry = draft.find(folder);
            if (entry.isPresent()) {
                layer.add(entry.get());
                written.add(folder);
            }
        }
    }

    private boolean isUnchanged(LayerDraft.Change change, String path) throws IOException {
        Optional<Node> below = draft.below().find(path);
        return below.isPresent() && UnchangedFile.is(below.get(), draft.below(), change.entry(), change.content());
    }
}
