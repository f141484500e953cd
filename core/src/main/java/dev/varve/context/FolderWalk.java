package dev.varve.context;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a folder, looking at each path once and at nothing that is ignored together with all it holds
 * ({@code fsutil/fs.go}, {@code fsutil/filter.go}). Symlinks are read, never followed.
 */
final class FolderWalk {
    private final DockerIgnore ignore;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Found> found = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private FolderWalk(DockerIgnore ignore) {
        this.ignore = ignore;
    }

    /** Where a file is and what it was when walked over. */
    record Found(Path path, @Nullable FileIdentity identity, boolean hasOtherNames) {}

    /**
     * Walks a folder.
     *
     * @throws IOException if the folder itself cannot be read
     */
    static FolderWalk over(Path folder, DockerIgnore ignore) throws IOException {
        FolderWalk walk = new FolderWalk(ignore);
        walk.open.push(new Open("", null, -1, true, list(folder)));
        while (!walk.open.isEmpty()) {
            Open current = walk.open.getFirst();
            if (current.rest.hasNext()) {
                walk.visit(current, current.rest.next());
            } else {
                walk.close(walk.open.pop());
            }
        }
        return walk;
    }

    List<Entry> entries() {
        return entries;
    }

    Map<String, Found> found() {
        return found;
    }

    List<Problem> problems() {
        return problems;
    }

    private record Child(String name, Path path) {}

    /** A folder that is being walked over; its place is its index among the entries. */
    private record Open(
            String path, DockerIgnore.@Nullable Verdict verdict, int place, boolean included, Iterator<Child> rest) {}

    /** What is in a folder, in the order of {@link FileTree}. */
    private static Iterator<Child> list(Path folder) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(child -> children.add(new Child(FileNames.name(child), child)));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort((a, b) -> a.name().compareTo(b.name()));
        return children.iterator();
    }

    private void visit(Open folder, Child child) {
        String path = folder.path.isEmpty() ? child.name : folder.path + "/" + child.name;
        DockerIgnore.Verdict verdict = ignore.judge(path, true, folder.verdict);
        if (!verdict.included() && !verdict.walked()) {
            return;
        }
        try {
            FileStat stat = FileStat.of(child.path);
            if (stat.type() == EntryType.DIRECTORY) {
                found.put(path, new Found(child.path, stat.identity(), false));
                entries.add(new Entry(path, EntryType.DIRECTORY, stat.mode(), 0, null));
                open.push(new Open(
                        path, verdict, entries.size() - 1, verdict.included(), contents(path, child, verdict)));
            } else if (verdict.included()) {
                add(child.path, path, stat);
            }
        } catch (IOException e) {
            note(path, verdict, e);
        }
    }

    /** Nothing for a folder that cannot be read, which is listed all the same. */
    private Iterator<Child> contents(String path, Child folder, DockerIgnore.Verdict verdict) {
        try {
            return list(folder.path);
        } catch (IOException e) {
            note(path, verdict, e);
            return Collections.emptyIterator();
        }
    }

    private void note(String path, DockerIgnore.Verdict verdict, IOException e) {
        if (verdict.included()) {
            problems.add(problem(path, e));
        }
    }

    /** A folder that is excluded is listed all the same when something in it is not. */
    private void close(Open folder) {
        if (!folder.included && folder.place == entries.size() - 1) {
            entries.remove(folder.place);
            found.remove(folder.path);
        }
    }

    private void add(Path at, String path, FileStat stat) throws IOException {
        String target = stat.type() == EntryType.SYMLINK ? FileNames.target(at, Files.readSymbolicLink(at)) : null;
        entries.add(new Entry(path, stat.type(), stat.mode(), stat.size(), target));
        found.put(path, new Found(at, stat.identity(), stat.links() > 1));
        if (stat.type().isSpecial()) {
            problems.add(new Problem(path, Problem.Kind.SPECIAL_FILE, special(stat.type())));
        }
    }

    private static String special(EntryType type) {
        return switch (type) {
            case FIFO -> "is a fifo";
            case SOCKET -> "is a socket; a builder gets an empty file";
            case CHARACTER_DEVICE, BLOCK_DEVICE -> "is a device";
            case FILE, DIRECTORY, SYMLINK -> throw new IllegalArgumentException(type.name());
        };
    }

    /** What a failure to look at a path means. */
    static Problem problem(String path, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException || e instanceof NotLinkException) {
            return new Problem(path, Problem.Kind.VANISHED, "went away while the context was read");
        }
        if (e instanceof AccessDeniedException) {
            return new Problem(path, Problem.Kind.UNREADABLE, "permission denied");
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return new Problem(path, Problem.Kind.UNREADABLE, reason != null ? reason : e.toString());
    }
}
