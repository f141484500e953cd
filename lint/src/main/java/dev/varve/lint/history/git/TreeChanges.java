package dev.varve.lint.history.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Compares trees, going into the folders that differ only. */
final class TreeChanges {
    private static final int LONGEST_TARGET = 4096;

    private final ObjectReader reader;
    private final PathTable paths = new PathTable();
    private final Map<String, String> links = new HashMap<>();
    private final Set<String> unreadLinks = new TreeSet<>();
    private final Set<String> attributes = new TreeSet<>();

    TreeChanges(ObjectReader reader) {
        this.reader = reader;
    }

    PathTable paths() {
        return paths;
    }

    Map<String, String> links() {
        return links;
    }

    /** What differs between two trees; {@link ObjectId#zeroId()} is an empty one. */
    List<PathChange> between(ObjectId before, ObjectId after) throws IOException {
        List<PathChange> changes = new ArrayList<>();
        if (before.equals(after)) {
            return changes;
        }
        boolean first = before.equals(ObjectId.zeroId());
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree(before));
            walk.addTree(tree(after));
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                add(walk, changes);
                if (!first && walk.getNameString().equals(Constants.DOT_GIT_ATTRIBUTES)) {
                    attributes.add(walk.getPathString());
                }
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
        return changes;
    }

    private AbstractTreeIterator tree(ObjectId id) throws IOException {
        if (id.equals(ObjectId.zeroId())) {
            return new EmptyTreeIterator();
        }
        CanonicalTreeParser parser = new CanonicalTreeParser();
        parser.reset(reader, id);
        return parser;
    }

    private void add(TreeWalk walk, List<PathChange> changes) throws IOException {
        PathKind before = kind(walk.getRawMode(0));
        PathKind after = kind(walk.getRawMode(1));
        String path = walk.getPathString();
        if (before == after) {
            if (after != PathKind.FOLDER && after != null) {
                int number = paths.number(path, after);
                changes.add(new PathChange(number, state(walk, 0, number), state(walk, 1, number)));
            }
        } else {
            if (before != null) {
                int number = paths.number(path, before);
                changes.add(new PathChange(number, state(walk, 0, number), 0));
            }
            if (after != null) {
                int number = paths.number(path, after);
                changes.add(new PathChange(number, 0, state(walk, 1, number)));
            }
        }
        if (after == PathKind.LINK) {
            readLink(path, walk.getObjectId(1));
        }
    }

    /** A partial clone may have no targets but those that were checked out. */
    private void readLink(String path, ObjectId id) throws IOException {
        try {
            byte[] target = reader.open(id).getCachedBytes(LONGEST_TARGET);
            links.put(path, new String(target, StandardCharsets.UTF_8));
            unreadLinks.remove(path);
        } catch (MissingObjectException e) {
            unreadLinks.add(path);
        }
    }

    /** Tells what these changes do not show. */
    void note(List<String> notes) {
        if (!unreadLinks.isEmpty()) {
            notes.add("the clone lacks where " + String.join(", ", unreadLinks) + " led"
                    + "; 'git fetch --refetch --no-filter' brings it");
        }
        if (!attributes.isEmpty()) {
            notes.add(String.join(", ", attributes)
                    + " changed: what a checkout makes of a file because of it (line endings,"
                    + " filters) is not seen, only what git keeps");
        }
    }

    private static @Nullable PathKind kind(int mode) {
        return switch (mode & FileMode.TYPE_MASK) {
            case FileMode.TYPE_TREE -> PathKind.FOLDER;
            case FileMode.TYPE_FILE -> PathKind.FILE;
            case FileMode.TYPE_SYMLINK -> PathKind.LINK;
            case FileMode.TYPE_GITLINK -> PathKind.SUBMODULE;
            default -> null;
        };
    }

    /** Of a file its bytes and whether it can be run; of a folder only that it is there. */
    private static long state(TreeWalk walk, int tree, int number) {
        int mode = walk.getRawMode(tree);
        if (kind(mode) == PathKind.FOLDER) {
            return Mix.of(number, 1);
        }
        ObjectId id = walk.getObjectId(tree);
        byte[] bytes = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(bytes, 0);
        long state = Mix.of(number, (mode & 0100) == 0 ? 2 : 3);
        for (int i = 0; i < 16; i += 8) {
            long half = 0;
            for (int j = i; j < i + 8; j++) {
                half = half << 8 | (bytes[j] & 0xFF);
            }
            state = Mix.of(state, half);
        }
        return state == 0 ? 1 : state;
    }
}
