package dev.varve.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A folder on disk. It is walked once, when the context is made; files are read when their digest is first asked for, unless
 * the {@link DigestCache} knows them. Symlinks are listed and never followed, special files listed and never opened. A file
 * that may not be read has the digest of an empty one, for that is what BuildKit's client sends ({@code fsutil/send.go}); so
 * has one in whose place another was put since the walk. One written to since has the digest of what it is now. Both are told
 * as problems.
 *
 * <p>Names may hold any bytes, in any locale: what is not UTF-8 shows as lone surrogates U+DC80 to U+DCFF. Where the file
 * system has no permissions, all modes are 0755. Of extended attributes only those named {@code user.…} are seen.
 */
public final class FolderContext implements BuildContext {
    private static final FileContent NOTHING = new FileContent(Header.NO_BYTES, Map.of());

    private final FileTree tree;
    private final Map<String, FolderWalk.Found> found;
    private final DigestCache cache;
    private final FileReader reader;
    private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
    private final Map<String, FileContent> contents;

    private FolderContext(FolderWalk walk, DigestCache cache, FileReader reader) {
        this.tree = FileTree.of(walk.entries());
        this.found = walk.found();
        this.cache = cache;
        this.reader = reader;
        this.problems.addAll(walk.problems());
        this.contents = new ConcurrentHashMap<>(tree.size());
    }

    /**
     * The whole folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static FolderContext of(Path folder) throws IOException {
        return of(folder, DockerIgnore.none(), DigestCache.none());
    }

    /**
     * The folder without what is ignored; a folder that is ignored with all it holds is not walked.
     *
     * @param cache what is known of files from earlier; the caller saves it
     * @throws IOException if the folder cannot be read
     */
    public static FolderContext of(Path folder, DockerIgnore ignore, DigestCache cache) throws IOException {
        return of(folder, ignore, cache, new FileReader());
    }

    static FolderContext of(Path folder, DockerIgnore ignore, DigestCache cache, FileReader reader) throws IOException {
        return new FolderContext(FolderWalk.over(folder, ignore), cache, reader);
    }

    @Override
    public FileTree tree() {
        return tree;
    }

    @Override
    public String digest(Entry file) {
        return content(file).digest();
    }

    @Override
    public Map<String, String> attributes(Entry entry) {
        return content(entry).attributes();
    }

    @Override
    public InputStream open(Entry file) throws IOException {
        FolderWalk.Found at = found(file);
        if (isReplaced(file, at)) {
            throw new IOException(changed(file).path() + ": " + changed(file).message());
        }
        return reader.open(at.path());
    }

    @Override
    public Optional<Instant> modified(Entry entry) {
        FileIdentity identity = found(entry).identity();
        return identity == null ? Optional.empty() : Optional.of(identity.modifiedAt());
    }

    @Override
    public Optional<Object> sharedFile(Entry file) {
        FolderWalk.Found at = found(file);
        return at.hasOtherNames() && at.identity() != null
                ? Optional.of(at.identity().device() + ":" + at.identity().inode())
                : Optional.empty();
    }

    private FolderWalk.Found found(Entry entry) {
        FolderWalk.Found at = found.get(entry.path());
        if (at == null) {
            throw new IllegalArgumentException("not in this context: " + entry.path());
        }
        return at;
    }

    @Override
    public void prepare(Collection<Entry> entries) {
        entries.parallelStream().filter(FolderContext::hasContent).forEach(this::content);
    }

    @Override
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static boolean hasContent(Entry entry) {
        return entry.type() == EntryType.FILE || entry.type() == EntryType.DIRECTORY;
    }

    private FileContent content(Entry entry) {
        return contents.computeIfAbsent(entry.path(), path -> read(entry));
    }

    private FileContent read(Entry entry) {
        FolderWalk.Found file = found(entry);
        FileIdentity identity = file.identity();
        DigestCache.Known known = identity == null ? null : cache.find(identity);
        if (known != null && !known.hasAttributes()) {
            return new FileContent(known.digest(), Map.of());
        }
        try {
            Instant start = cache.now();
            if (isReplaced(entry, file)) {
                problems.add(changed(entry));
                return NOTHING;
            }
            if (known != null) {
                return new FileContent(known.digest(), reader.attributes(file.path()));
            }
            FileContent content = reader.read(entry.type(), file.path());
            return hasContent(entry) ? check(entry, file, content, start) : content;
        } catch (IOException e) {
            problems.add(FolderWalk.problem(entry.path(), e));
            return NOTHING;
        }
    }

    /** Whether opening a path would open something else: a fifo, at which one waits for ever, or a file outside the folder. */
    private static boolean isReplaced(Entry entry, FolderWalk.Found file) throws IOException {
        FileStat now = FileStat.of(file.path());
        FileIdentity then = file.identity();
        return now.type() != entry.type()
                || (then != null && now.identity() != null && !then.isSameFile(now.identity()));
    }

    /** Remembers what was read if it is what was walked over, and drops it if it may be of another file. */
    private FileContent check(Entry entry, FolderWalk.Found file, FileContent content, Instant start)
            throws IOException {
        FileIdentity identity = file.identity();
        FileIdentity now = FileStat.of(file.path()).identity();
        if (identity == null || now == null) {
            return content;
        }
        if (!identity.isSameFile(now)) {
            problems.add(changed(entry));
            return NOTHING;
        }
        if (identity.equals(now)) {
            cache.learn(
                    identity,
                    new DigestCache.Known(
                            content.digest(), !content.attributes().isEmpty()),
                    start);
        } else if (entry.type() == EntryType.FILE) {
            problems.add(changed(entry));
        }
        return content;
    }

    private static Problem changed(Entry entry) {
        return new Problem(entry.path(), Problem.Kind.CHANGED, "was changed while the context was read");
    }
}
