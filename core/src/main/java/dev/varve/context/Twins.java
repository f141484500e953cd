package dev.varve.context;

/** Finds folders of one context that are the same in another, which has been summed up. */
final class Twins {
    private static final byte[] NONE = {};

    private final FolderSums ours;
    private final FolderSums theirs;
    /** How far apart the last twins stood, which the next ones probably do as well. */
    private int distance;

    Twins(FolderSums ours, FolderSums theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** The digest of a folder with all it holds; empty unless the same is there. The folders in it have theirs. */
    byte[] whole(int folder) {
        boolean isRoot = folder == Selected.ROOT;
        int there = isRoot ? folder : theirs.indexOf(ours.path(folder), folder + distance);
        if (!isRoot && there < 0) {
            return NONE;
        }
        distance = there - folder;
        boolean isSame = theirs.isKnown(there) && holdsSame(folder) && (isRoot || isSameEntry(folder));
        return isSame ? theirs.whole(there) : NONE;
    }

    private boolean holdsSame(int folder) {
        int end = ours.end(folder);
        if (theirs.end(folder + distance) != end + distance) {
            return false;
        }
        for (int child = folder + 1; child < end; child = ours.end(child)) {
            if (!isSameEntry(child) || (ours.isFolder(child) && !ours.isSameFolder(child, theirs, child + distance))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSameEntry(int index) {
        return ours.digests().isSame(index, theirs.digests(), index + distance);
    }
}
