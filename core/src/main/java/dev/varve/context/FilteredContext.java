package dev.varve.context;

import java.io.IOException;
import java.util.List;

/** A context seen through an ignore file. */
final class FilteredContext implements BuildContext {
    private final BuildContext all;
    private final FileTree tree;

    FilteredContext(BuildContext all, DockerIgnore ignore) {
        this.all = all;
        this.tree = ignore.isEmpty() ? all.tree() : FileTree.of(List.of());
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    @Override
    public String digest(Entry file) throws IOException {
        return all.digest(file);
    }

    @Override
    public List<Problem> problems() {
        return all.problems();
    }
}
