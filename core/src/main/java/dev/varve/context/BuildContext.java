package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Anything that can list paths and say which of them have the same content: a folder, a git tree, a tar, a map in a test.
 * A listing does not change once made; only digests are computed later, for what is asked for. Safe for use by several
 * threads.
 */
public interface BuildContext {
    /** Every path there is, after {@code .dockerignore} where one applies. */
    FileTree tree();

    /**
     * Stands for the bytes of an {@link EntryType#FILE}, or for the number of a device: two entries of one kind of context
     * have the same digest exactly when these are the same. {@code sha256:<hex>} of the bytes where the context has no
     * cheaper name for them, a blob id for git. Not asked for any other type.
     *
     * @throws IOException if the bytes cannot be had
     * @throws IllegalArgumentException if this context has no such file
     */
    String digest(Entry file) throws IOException;

    /**
     * Extended attributes of a file or folder by name, such as {@code user.mime_type}; values are opaque. None for
     * contexts that have no such thing.
     *
     * @throws IOException if they cannot be had
     */
    default Map<String, String> attributes(Entry entry) throws IOException {
        return Map.of();
    }

    /**
     * The bytes of a file, as they were when the context was made.
     *
     * @throws IOException where they cannot be had, are others by now, or only digests are known here
     */
    default InputStream open(Entry file) throws IOException {
        throw new IOException(file.path() + ": only its digest is known, not its bytes");
    }

    /** When the entry was last changed; empty for contexts that do not know. */
    default Optional<Instant> modified(Entry entry) {
        return Optional.empty();
    }

    /** Equal for the names of one file (hard links), and for nothing else; empty for a file that has one name. */
    default Optional<Object> sharedFile(Entry file) {
        return Optional.empty();
    }

    /**
     * Announces that digests and attributes of these entries will be asked for, so that they can be had together.
     *
     * @throws IOException as {@link #digest}
     */
    default void prepare(Collection<Entry> entries) throws IOException {}

    /** What is amiss in this context, by name; more may be known once digests have been asked for. */
    List<Problem> problems();

    /** This context as a builder sees it through a {@code .dockerignore}. */
    default BuildContext excluding(DockerIgnore ignore) {
        return ignore.isEmpty() ? this : new FilteredContext(this, ignore);
    }
}
