package dev.varve.context;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The digests of a context's folders with all they hold. A folder that is the same in a context summed up earlier is not summed
 * up again.
 */
final class FolderSums {
    private static final byte[] NONE = {};
    private static final int ROOT = 0;
    private static final int ENTRY = 1;
    private static final int SEVERAL = 2;

    private final FileTree tree;
    private final EntryDigests digests;
    /** That of the root is first, for its index is -1. */
    private final byte[][] wholes;

    FolderSums(BuildContext context) {
        this.tree = context.tree();
        this.digests = new EntryDigests(context);
        this.wholes = new byte[tree.size() + 1][];
        Arrays.fill(wholes, NONE);
    }

    EntryDigests digests() {
        return digests;
    }

    /** Negative where there is nothing at this path; looked for first at a place where it may be. */
    int indexOf(String path, int guess) {
        boolean guessed = guess >= 0 && guess < tree.size() && path(guess).equals(path);
        return guessed ? guess : tree.indexOf(path);
    }

    String path(int index) {
        return tree.entries().get(index).path();
    }

    /** The index after the last entry at or below the one at this index. */
    int end(int index) {
        return index == Selected.ROOT ? tree.size() : tree.end(index);
    }

    /**
     * Sums up a folder and all folders in it, from the last one back, so that what lies in a folder is there before it. A
     * folder is as good as a list of everything in it. Does nothing for what is no folder.
     *
     * @param known a context that may hold some of the same folders
     */
    void add(int top, @Nullable FolderSums known, Sum sum) {
        if (!isFolder(top) || isKnown(top)) {
            return;
        }
        Twins twins = known == null ? null : new Twins(this, known);
        for (int folder = end(top) - 1; folder >= top; folder--) {
            if (isFolder(folder) && !isKnown(folder)) {
                byte[] same = twins == null ? NONE : twins.whole(folder);
                wholes[folder + 1] = same.length > 0 ? same : sum(folder, sum);
            }
        }
    }

    private byte[] sum(int folder, Sum sum) {
        sum.text("");
        if (folder == Selected.ROOT) {
            sum.number(ROOT);
        } else {
            write(folder, false, sum);
        }
        for (int child = folder + 1; child < end(folder); child = end(child)) {
            String path = path(child);
            sum.text(path, path.lastIndexOf('/') + 1);
            write(child, true, sum);
        }
        return sum.finish();
    }

    /** Writes an entry; where it is a folder and counts as a whole, its digest. */
    void write(int index, boolean whole, Sum sum) {
        if (whole && isFolder(index)) {
            sum.number(SEVERAL);
            sum.bytes(whole(index));
        } else {
            sum.number(ENTRY);
            digests.write(index, sum);
        }
    }

    boolean isFolder(int index) {
        return index == Selected.ROOT || tree.entries().get(index).type() == EntryType.DIRECTORY;
    }

    /** Whether a folder has been summed up. */
    boolean isKnown(int folder) {
        return whole(folder).length > 0;
    }

    /** Empty for what has not been summed up. */
    byte[] whole(int index) {
        return wholes[index + 1];
    }

    /** Whether these are folders that hold the same, as far as both have been summed up. */
    boolean isSameFolder(int index, FolderSums other, int there) {
        return isKnown(index) && Arrays.equals(whole(index), other.whole(there));
    }
}
