package dev.varve.engine.files;

import dev.varve.context.LinkResolver;
import dev.varve.context.PathOrder;
import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a step changes of a file system, collected before it is written as a layer: an overlay's upper folder that is not
 * on disk. Paths are relative to the root, clean, and empty for the root.
 */
public final class LayerDraft {
    private static final int SET_GROUP_ID = 02000;

    private final RootFileSystem below;
    private final Instant now;
    private final NavigableMap<String, Change> changes = new TreeMap<>(PathOrder.INSTANCE);

    /**
     * @param below the file system that is changed
     * @param now the time of folders that are made on the way, and of those in which something is made
     */
    public LayerDraft(RootFileSystem below, Instant now) {
        this.below = below;
        this.now = now;
    }

    /** Gives the bytes of a file, once for each time it is asked. */
    @FunctionalInterface
    public interface Content {
        Content NONE = InputStream::nullInputStream;

        InputStream open() throws IOException;
    }

    /**
     * What becomes of one path.
     *
     * @param entry what it is now; a whiteout where it is removed
     */
    record Change(LayerEntry entry, Content content) {}

    RootFileSystem below() {
        return below;
    }

    NavigableMap<String, Change> changes() {
        return changes;
    }

    /** What is at this path now; a symlink at its end is told as such. */
    public Optional<LayerEntry> find(String path) {
        if (path.isEmpty()) {
            return Optional.of(LayerEntry.directory("", 0755));
        }
        Change change = changes.get(path);
        if (change != null) {
            return change.entry.kind() == Kind.WHITEOUT ? Optional.empty() : Optional.of(change.entry);
        }
        for (String folder = SlashPath.parent(path); !folder.isEmpty(); folder = SlashPath.parent(folder)) {
            Change above = changes.get(folder);
            if (above != null && above.entry.kind() != Kind.DIRECTORY) {
                return Optional.empty();
            }
        }
        return below.find(path).map(Node::entry);
    }

    /**
     * The path without symlinks, the last one resolved too, whether anything is there or not.
     *
     * @throws FileCopyException where symlinks go in circles
     */
    public String resolve(String path) throws FileCopyException {
        return new LinkResolver(this::target)
                .resolve(path, true)
                .orElseThrow(() -> new FileCopyException("/" + path + ": too many symlinks follow one another"));
    }

    private @Nullable String target(String path) {
        return find(path)
                .filter(entry -> entry.kind() == Kind.SYMLINK)
                .map(LayerEntry::linkTarget)
                .orElse(null);
    }

    /** Whether there is a folder at this path, which has no symlinks. */
    public boolean isFolder(String path) {
        return find(path).filter(entry -> entry.kind() == Kind.DIRECTORY).isPresent();
    }

    /**
     * Makes a folder, and those above it, where they are not there; {@code path} has no symlinks. What is made in a folder
     * whose set-group-ID bit is set has that too, and its group unless an owner is given, as Linux does it.
     *
     * @throws FileCopyException where something on the way is no folder
     */
    public void makeFolders(String path, int mode, Optional<Owner> owner) throws FileCopyException {
        List<String> missing = new ArrayList<>();
        for (String folder = path; !folder.isEmpty(); folder = SlashPath.parent(folder)) {
            Optional<LayerEntry> there = find(folder);
            if (there.isPresent() && there.get().kind() != Kind.DIRECTORY) {
                throw new FileCopyException("/" + folder + " is not a folder");
            }
            if (there.isPresent()) {
                break;
            }
            missing.add(0, folder);
        }
        for (String folder : missing) {
            Optional<LayerEntry> above =
                    find(SlashPath.parent(folder)).filter(parent -> (parent.mode() & SET_GROUP_ID) != 0);
            Owner whose = owner.orElseGet(
                    () -> new Owner(0, above.map(LayerEntry::gid).orElse(0L)));
            put(
                    LayerEntry.directory(folder, above.isPresent() ? mode | SET_GROUP_ID : mode)
                            .withOwner(whose.uid(), whose.gid())
                            .withModified(now),
                    Content.NONE);
        }
    }

    /** Puts something at a path whose folder is there; what was there is replaced, but a folder keeps what it holds. */
    public void put(LayerEntry entry, Content content) {
        boolean isFolderAlready = entry.kind() == Kind.DIRECTORY && isFolder(entry.path());
        changes.put(entry.path(), new Change(entry, content));
        if (!isFolderAlready) {
            setModified(SlashPath.parent(entry.path()), now);
        }
    }

    /** Changes the time of the folder or the new file at a path; does nothing for the root. */
    void setModified(String path, Instant time) {
        change(path, entry -> entry.withModified(time));
    }

    /** Changes what is said of the folder or the new file at a path; does nothing for the root. */
    void change(String path, UnaryOperator<LayerEntry> how) {
        if (!path.isEmpty()) {
            find(path).ifPresent(entry -> {
                Change change = changes.get(path);
                Content content = change == null ? Content.NONE : change.content;
                changes.put(path, new Change(how.apply(entry), content));
            });
        }
    }

    /** Whether the layer itself holds a file at this path, so that a hard link can lead to it. */
    boolean isNew(String path) {
        Change change = changes.get(path);
        return change != null && change.entry.kind() != Kind.WHITEOUT && change.entry.kind() != Kind.DIRECTORY;
    }

    /** The name under which a file of the layer is kept that has several. */
    String linkTarget(String path) {
        Change change = changes.get(path);
        return change != null && change.entry.kind() == Kind.HARD_LINK ? change.entry.linkTarget() : path;
    }

    /** Removes what is at this path, with all it holds. */
    public void remove(String path) {
        changes.subMap(path, true, path + "/\uffff", true).clear();
        if (below.find(path).isPresent()) {
            changes.put(path, new Change(LayerEntry.whiteout(path), Content.NONE));
        }
    }
}
