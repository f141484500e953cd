package dev.varve.sandbox;

import dev.varve.layer.LayerEntry;
import dev.varve.layer.LayerEntry.Kind;
import dev.varve.layer.Node;
import dev.varve.layer.RootFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Finds what an upper folder of overlayfs changes, in the order and by the measure of BuildKit
 * ({@code util/overlay/overlay_linux.go}): what was copied up and is as it was below is no change, and neither is the time of
 * a folder; a folder that hides what it has below is told by what is gone from it.
 */
final class UpperFolder {
    private final UpperListing upper;
    private final RootFileSystem below;
    private final Set<String> mountPoints;
    private final List<Change> changes = new ArrayList<>();

    /** @param mountPoints paths that were made to be mounted on; they count where something came into them */
    UpperFolder(UpperListing upper, RootFileSystem below, Set<String> mountPoints) {
        this.upper = upper;
        this.below = below;
        this.mountPoints = mountPoints;
    }

    List<Change> changes() throws IOException {
        walk("", false);
        return changes;
    }

    private void walk(String folder, boolean hiding) throws IOException {
        Iterator<Node> lower =
                hiding ? below.children(folder).iterator() : List.<Node>of().iterator();
        Node next = lower.hasNext() ? lower.next() : null;
        for (LayerEntry entry : upper.children(folder)) {
            while (next != null && next.path().compareTo(entry.path()) < 0) {
                changes.add(new Change.Removed(next.path()));
                next = lower.hasNext() ? lower.next() : null;
            }
            if (next != null && next.path().equals(entry.path())) {
                next = lower.hasNext() ? lower.next() : null;
            }
            compare(entry, hiding);
        }
        for (; next != null; next = lower.hasNext() ? lower.next() : null) {
            changes.add(new Change.Removed(next.path()));
        }
    }

    private void compare(LayerEntry entry, boolean hiding) throws IOException {
        Node lower = below.find(entry.path()).orElse(null);
        if (entry.kind() == Kind.WHITEOUT) {
            if (lower != null && !hiding) {
                changes.add(new Change.Removed(entry.path()));
            }
            return;
        }
        int before = changes.size();
        boolean changed = lower == null || !same(lower, entry);
        if (changed) {
            changes.add(new Change.Put(entry));
        }
        if (entry.kind() == Kind.DIRECTORY) {
            walk(entry.path(), hiding || upper.hides(entry.path()));
        }
        if (changes.size() == before + 1 && changed && isMountPoint(entry)) {
            changes.remove(before);
        }
    }

    private boolean isMountPoint(LayerEntry entry) {
        return mountPoints.contains(entry.path()) && entry.size() == 0;
    }

    private boolean same(Node lower, LayerEntry now) throws IOException {
        LayerEntry was = lower.entry();
        LayerEntry is = upper.original(now);
        if (was.kind() != is.kind()
                || was.mode() != is.mode()
                || was.uid() != is.uid()
                || was.gid() != is.gid()
                || was.deviceMajor() != is.deviceMajor()
                || was.deviceMinor() != is.deviceMinor()
                || !Arrays.equals(Capabilities.of(was), Capabilities.of(is))) {
            return false;
        }
        if (is.kind() == Kind.DIRECTORY) {
            return true;
        }
        if (was.size() != is.size() || !was.modified().equals(is.modified())) {
            return false;
        }
        if (!was.modified().equals(was.modified().truncatedTo(ChronoUnit.SECONDS))) {
            return true;
        }
        return was.linkTarget().equals(is.linkTarget()) && (is.size() == 0 || sameContent(lower, now));
    }

    private boolean sameContent(Node lower, LayerEntry now) throws IOException {
        try (InputStream a = below.open(lower);
                InputStream b = upper.open(now)) {
            byte[] some = new byte[1 << 16];
            while (true) {
                int read = a.readNBytes(some, 0, some.length);
                if (read == 0) {
                    return b.read() < 0;
                }
                byte[] other = b.readNBytes(read);
                if (!Arrays.equals(some, 0, read, other, 0, other.length)) {
                    return false;
                }
            }
        }
    }
}
