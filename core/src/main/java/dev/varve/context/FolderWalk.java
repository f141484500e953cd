package dev.varve.context;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    private FolderWalk(DockerIgnore ignore) {
        this.ignore = ignore;
    }

    /** Where a file is and what it was when walked over. */
    record Found(Path path, @Nullable FileIdentity identity) {}

    /**
     * Walks a folder.
     *
     * @throws IOException if the folder itself cannot be read
     */
    static FolderWalk over(Path folder, DockerIgnore ignore) throws IOException {
        FolderWalk walk = new FolderWalk(ignore);
        for (Path child : list(folder)) {
            walk.visit(child, "", null);
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

    private static List<Path> list(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }

    /** Visits a path and all it holds; true when any of it is listed. */
    private boolean visit(Path at, String parent, DockerIgnore.@Nullable Verdict parentVerdict) {
        String name = FileNames.name(at);
        String path = parent.isEmpty() ? name : parent + "/" + name;
        DockerIgnore.Verdict verdict = ignore.judge(path, true, parentVerdict);
        if (!verdict.included() && !verdict.walked()) {
            return false;
        }
        try {
            FileStat stat = FileStat.of(at);
            boolean included = verdict.included();
            if (stat.type() == EntryType.DIRECTORY) {
                included |= descend(at, path, verdict);
            }
            if (included) {
                add(at, path, stat);
            }
            return included;
        } catch (IOException e) {
            if (verdict.included()) {
                problems.add(problem(path, e));
            }
            return false;
        }
    }

    private boolean descend(Path folder, String path, DockerIgnore.Verdict verdict) {
        List<Path> children;
        try {
            children = list(folder);
        } catch (IOException e) {
            if (verdict.included()) {
                problems.add(problem(path, e));
            }
            return false;
        }
        boolean any = false;
        for (Path child : children) {
            any |= visit(child, path, verdict);
        }
        return any;
    }

    private void add(Path at, String path, FileStat stat) throws IOException {
        String target = stat.type() == EntryType.SYMLINK ? FileNames.target(at, Files.readSymbolicLink(at)) : null;
        entries.add(new Entry(path, stat.type(), stat.mode(), stat.size(), target));
        found.put(path, new Found(at, stat.identity()));
        if (stat.type().isSpecial()) {
            problems.add(new Problem(path, Problem.Kind.SPECIAL_FILE, "neither file, folder nor symlink"));
        }
    }

    /** What a failure to look at a path means. */
    static Problem problem(String path, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            return new Problem(path, Problem.Kind.VANISHED, "went away while the context was read");
        }
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new Problem(path, Problem.Kind.UNREADABLE, why);
    }
}
