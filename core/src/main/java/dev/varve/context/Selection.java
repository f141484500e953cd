package dev.varve.context;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a step depends on in a build context. */
public final class Selection {
    private final String digest;
    private final FolderSums folders;
    private final EntryDigests entries;
    private final BitSet covered;
    private final List<Problem> problems;

    Selection(String digest, FolderSums folders, BitSet covered, List<Problem> problems) {
        this.digest = digest;
        this.folders = folders;
        this.entries = folders.digests();
        this.covered = covered;
        this.problems = List.copyOf(problems);
    }

    /** {@code sha256:<hex>}, equal for two contexts of one kind exactly when BuildKit's content-based key would be. */
    public String digest() {
        return digest;
    }

    /** The entries that took part, by path, each folder before what it holds. Symlinks that were followed are among them. */
    public SortedMap<String, EntryDigest> covered() {
        SortedMap<String, EntryDigest> byPath = new TreeMap<>(PathOrder.INSTANCE);
        covered.stream()
                .mapToObj(entries::get)
                .forEach(entry -> byPath.put(entry.entry().path(), entry));
        return Collections.unmodifiableSortedMap(byPath);
    }

    /** The entry at this path where it took part. */
    public Optional<EntryDigest> find(String path) {
        int index = entries.indexOf(path);
        return index >= 0 && covered.get(index) ? Optional.of(entries.get(index)) : Optional.empty();
    }

    /** Why BuildKit would fail the step: a path that is not there, a malformed pattern. None when all is well. */
    public List<Problem> problems() {
        return problems;
    }

    /** How what is covered here differs from before, each folder before what it holds. */
    public List<Change> changesSince(Selection before) {
        List<Change> changes = new ArrayList<>();
        int old = before.covered.nextSetBit(0);
        int now = covered.nextSetBit(0);
        while (old >= 0 || now >= 0) {
            int order = old < 0 ? 1 : now < 0 ? -1 : PathOrder.INSTANCE.compare(before.path(old), path(now));
            int oldEnd = old + 1;
            int nowEnd = now + 1;
            if (order < 0) {
                changes.add(new Change(before.path(old), Change.Kind.REMOVED));
            } else if (order > 0) {
                changes.add(new Change(path(now), Change.Kind.ADDED));
            } else if (folders.isSameFolder(now, before.folders, old) && coversAll(now) && before.coversAll(old)) {
                oldEnd = before.folders.end(old);
                nowEnd = folders.end(now);
            } else {
                compare(before.entries.get(old), entries.get(now), changes);
            }
            old = order <= 0 ? before.covered.nextSetBit(oldEnd) : old;
            now = order >= 0 ? covered.nextSetBit(nowEnd) : now;
        }
        return changes;
    }

    private boolean coversAll(int folder) {
        return covered.nextClearBit(folder) >= folders.end(folder);
    }

    private String path(int index) {
        return entries.entry(index).path();
    }

    private static void compare(EntryDigest before, EntryDigest after, List<Change> changes) {
        Entry old = before.entry();
        Entry now = after.entry();
        Change.Kind kind;
        if (old.type() != now.type()) {
            kind = Change.Kind.TYPE;
        } else if (!before.content().equals(after.content()) || old.size() != now.size()) {
            kind = Change.Kind.CONTENT;
        } else if (!Objects.equals(old.linkTarget(), now.linkTarget())) {
            kind = Change.Kind.LINK_TARGET;
        } else if (old.mode() != now.mode()) {
            kind = Change.Kind.MODE;
        } else if (old.uid() != now.uid() || old.gid() != now.gid()) {
            kind = Change.Kind.OWNER;
        } else if (!before.attributes().equals(after.attributes())) {
            kind = Change.Kind.ATTRIBUTES;
        } else {
            return;
        }
        changes.add(new Change(now.path(), kind));
    }
}
