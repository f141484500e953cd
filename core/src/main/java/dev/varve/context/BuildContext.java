package dev.varve.context;

import java.io.IOException;
import java.util.List;

/**
 * Anything that can list paths and say which of them have the same content: a folder, a git tree, a tar, a map in a test.
 * A listing does not change once made; only digests are computed later, for what is asked for. Safe for use by several
 * threads.
 */
public interface BuildContext {
    /** Every path there is, after {@code .dockerignore} where one applies. */
    FileTree tree();

    /**
     * Stands for the bytes of an {@link EntryType#FILE}: two files of one kind of context have the same digest exactly when
     * they have the same bytes. {@code sha256:<hex>} of the bytes where the context has no cheaper name for them, a blob
     * id for git.
     *
     * @throws IOException if the bytes cannot be had, other than for lack of permission
     */
    String digest(Entry file) throws IOException;

    /** What is amiss in this context, by name; more may be known once digests have been asked for. */
    List<Problem> problems();

    /** This context as a builder sees it through a {@code .dockerignore}. */
    default BuildContext excluding(DockerIgnore ignore) {
        return ignore.isEmpty() ? this : new FilteredContext(this, ignore);
    }
}
