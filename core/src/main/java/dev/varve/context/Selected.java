package dev.varve.context;

import java.util.List;

/**
 * What one selector selects.
 *
 * @param single whether there is exactly one path and its own name takes no part in the key
 * @param paths what is selected, in the order in which it is hashed
 * @param problems why BuildKit would fail, if it would
 */
record Selected(boolean single, List<Path> paths, List<Problem> problems) {
    /** The index of the root, which is in no {@link FileTree}. */
    static final int ROOT = -1;

    /**
     * A selected path.
     *
     * @param name how the key names it
     * @param index where its entry is in the {@link FileTree}
     * @param whole whether all it holds is selected with it
     * @param links the symlinks that were followed to it
     */
    record Path(String name, int index, boolean whole, List<Entry> links) {}

    static Selected problem(String path, Problem.Kind kind, String message) {
        return new Selected(false, List.of(), List.of(new Problem(path, kind, message)));
    }
}
