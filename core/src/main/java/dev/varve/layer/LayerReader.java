package dev.varve.layer;

import dev.varve.context.SlashPath;
import dev.varve.layer.LayerEntry.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out what the entries of a layer come to when they are unpacked one after the other into an empty folder, as
 * containerd does it ({@code pkg/archive/tar.go}): names are resolved within the root through the symlinks unpacked before,
 * what comes later replaces what came before, folders are merged. Where containerd's ways of unpacking differ (whiteouts of
 * what is in the same layer), the specification decides: they remove what lies below and nothing else.
 */
final class LayerReader {
    private static final String WHITEOUT = ".wh.";
    private static final String AUFS = ".wh..wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** How many symlinks one name may lead through ({@code continuity/fs/path.go}). */
    private static final int MOST_LINKS = 255;

    private final String archive;
    private final Budget budget;
    private final Slot root = new Slot(null, "", null);
    private final Map<String, Slot> slots = new HashMap<>();
    private final List<Slot> inOrder = new ArrayList<>();
    private final boolean ofOverlay;
    private boolean folderReplaced;

    private LayerReader(String archive, Budget budget, boolean ofOverlay) {
        this.archive = archive;
        this.budget = budget;
        this.ofOverlay = ofOverlay;
    }

    /** @param ofOverlay whether it is a tar of an upper folder, whose attributes say what overlayfs hides */
    static Listing read(TarReader tar, String archive, Budget budget, boolean ofOverlay) throws IOException {
        LayerReader reader = new LayerReader(archive, budget, ofOverlay);
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            try {
                reader.add(entry);
            } catch (IllegalArgumentException e) {
                throw new LayerException(archive, entry.name(), String.valueOf(e.getMessage()));
            }
        }
        return reader.listing();
    }

    private void add(TarEntry entry) throws LayerException {
        budget.spend(entry);
        String path = clean(entry.name());
        String name = SlashPath.base(path);
        if (path.isEmpty() || (path.startsWith(AUFS) && !name.equals(OPAQUE))) {
            return;
        }
        Slot folder = Objects.requireNonNull(folder(SlashPath.parent(path), entry, true));
        if (name.equals(OPAQUE)) {
            makeOpaque(folder);
        } else if (name.startsWith(WHITEOUT)) {
            if (!name.startsWith(AUFS)) {
                remove(folder, name.substring(WHITEOUT.length()), entry);
            }
        } else {
            put(folder, join(folder.path, name), entry);
            if (ofOverlay && entry.hidesLower()) {
                makeOpaque(Objects.requireNonNull(find(join(folder.path, name))));
            }
        }
    }

    private void remove(Slot folder, String name, TarEntry entry) throws LayerException {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new LayerException(archive, entry.name(), "a whiteout of '" + name + "', which is no name");
        }
        String path = join(folder.path, name);
        Slot there = find(path);
        if (there == null) {
            keep(new Slot(folder, path, LayerEntry.whiteout(path)));
        } else if (there.isFolder()) {
            makeOpaque(there);
        }
    }

    private void makeOpaque(Slot folder) {
        folder.opaque = true;
        if (folder.entry == null) {
            inOrder.add(folder);
        }
    }

    private void put(Slot folder, String path, TarEntry entry) throws LayerException {
        Slot there = find(path);
        if (there != null && there.isFolder() && entry.kind() == Kind.DIRECTORY) {
            if (there.entry == null) {
                inOrder.add(there);
            }
            there.entry = entry.at(path);
            return;
        }
        if (there != null) {
            there.replaced = true;
            folderReplaced |= there.isFolder();
        }
        Slot slot;
        if (entry.kind() == Kind.HARD_LINK) {
            Slot original = original(entry);
            slot = new Slot(folder, path, Objects.requireNonNull(original.entry).hardLinkAt(path));
            slot.original = original;
        } else {
            slot = new Slot(folder, path, entry.at(path));
            slot.offset = entry.offset();
        }
        keep(slot);
    }

    private Slot original(TarEntry link) throws LayerException {
        String path = clean(link.link());
        Slot folder = folder(SlashPath.parent(path), link, false);
        Slot found = folder == null ? null : find(join(folder.path, SlashPath.base(path)));
        if (path.isEmpty() || found == null || found.isFolder() || found.is(Kind.WHITEOUT)) {
            throw new LayerException(
                    archive,
                    link.name(),
                    "a hard link to '" + LayerException.shown(link.link())
                            + "', which is no file that came before it in this layer");
        }
        return found.original == null ? found : found.original;
    }

    private static String clean(String name) {
        return SlashPath.isInContext(name) ? name : SlashPath.inContext(name);
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private void keep(Slot slot) {
        slots.put(slot.path, slot);
        inOrder.add(slot);
    }

    private @Nullable Slot find(String path) {
        Slot slot = slots.get(path);
        return slot == null || (folderReplaced ? !slot.isAlive() : slot.replaced) ? null : slot;
    }

    /** The folder that this path leads to; where nothing is there yet, an implied one if it is to be made, else null. */
    private @Nullable Slot folder(String path, TarEntry entry, boolean make) throws LayerException {
        Slot known = path.isEmpty() ? root : find(path);
        return known != null && known.isFolder() ? known : walk(path, entry, make);
    }

    private @Nullable Slot walk(String path, TarEntry entry, boolean make) throws LayerException {
        Slot at = root;
        Deque<String> names = new ArrayDeque<>(List.of(path.split("/")));
        int links = 0;
        while (!names.isEmpty()) {
            budget.step(entry);
            String name = names.pop();
            if (name.equals("..")) {
                at = at.parent == null ? root : at.parent;
                continue;
            }
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            Slot next = find(join(at.path, name));
            if (next != null && next.is(Kind.SYMLINK)) {
                if (++links > MOST_LINKS) {
                    throw new LayerException(archive, entry.name(), "its folder is behind a loop of symlinks");
                }
                String target = Objects.requireNonNull(next.entry).linkTarget();
                at = target.startsWith("/") ? root : at;
                push(names, target);
                continue;
            }
            if (next == null || next.is(Kind.WHITEOUT)) {
                if (!make) {
                    return null;
                }
                next = imply(at, name, next, entry);
            } else if (!next.isFolder()) {
                throw new LayerException(
                        archive, entry.name(), "lies in '" + LayerException.shown(next.path) + "', which is no folder");
            }
            at = next;
        }
        return at;
    }

    private static void push(Deque<String> names, String target) {
        String[] all = target.split("/");
        for (int i = all.length - 1; i >= 0; i--) {
            names.push(all[i]);
        }
    }

    private Slot imply(Slot folder, String name, @Nullable Slot whiteout, TarEntry entry) throws LayerException {
        Slot implied = new Slot(folder, join(folder.path, name), null);
        if (whiteout != null) {
            whiteout.replaced = true;
            makeOpaque(implied);
        }
        budget.spendFolder(implied.path, entry);
        slots.put(implied.path, implied);
        return implied;
    }

    private Listing listing() {
        return Listing.of(inOrder);
    }
}
