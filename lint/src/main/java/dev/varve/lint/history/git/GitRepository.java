package dev.varve.lint.history.git;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A git repository that is only read. Nothing is checked out, and neither the user's nor the system's configuration counts. */
public final class GitRepository implements Closeable {
    private static final int LARGEST_FILE = 1 << 24;
    /** Without a logger, SLF4J complains on standard error as soon as a class of JGit's is loaded. */
    private static final String LOGGING = "slf4j.internal.verbosity";

    private final Repository repository;
    private final ObjectReader reader;
    private final String folder;

    private GitRepository(Repository repository, String folder) {
        this.repository = repository;
        this.reader = repository.newObjectReader();
        this.folder = folder;
    }

    /**
     * Opens the repository that a build context is a folder of.
     *
     * @param context a folder of a work tree, or a bare repository
     * @throws HistoryException where it is none
     */
    public static GitRepository open(Path context) throws HistoryException {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "ERROR");
        }
        IsolatedGit.install();
        try {
            File start = context.toRealPath().toFile();
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            if (new File(start, "objects").isDirectory() && new File(start, Constants.HEAD).isFile()) {
                builder.setGitDir(start).setBare();
            } else {
                builder.findGitDir(start);
            }
            if (builder.getGitDir() == null) {
                throw new HistoryException(context + " is in no git repository");
            }
            Repository repository = builder.setMustExist(true).build();
            return new GitRepository(repository, folder(repository, start.toPath()));
        } catch (IOException e) {
            throw new HistoryException(context + ": no git repository can be read: " + e.getMessage(), e);
        }
    }

    private static String folder(Repository repository, Path context) throws IOException {
        if (repository.isBare()) {
            return "";
        }
        Path relative = repository.getWorkTree().toPath().toRealPath().relativize(context);
        return relative.toString().replace(File.separatorChar, '/');
    }

    /** The build context's path in the repository; empty for all of it. */
    public String folder() {
        return folder;
    }

    /**
     * The path in the repository of a file in its work tree, which need not be there any more; of a bare repository, the path
     * as it is given.
     *
     * @throws HistoryException where it is outside
     */
    public String pathOf(Path file) throws HistoryException {
        if (repository.isBare()) {
            return file.normalize().toString().replace(File.separatorChar, '/');
        }
        try {
            Path root = repository.getWorkTree().toPath().toRealPath();
            Path absolute = file.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            Path real = parent != null && parent.toFile().isDirectory()
                    ? parent.toRealPath().resolve(absolute.getFileName())
                    : absolute;
            if (!real.startsWith(root)) {
                throw new HistoryException(file + " lies outside of the repository at " + root);
            }
            return root.relativize(real).toString().replace(File.separatorChar, '/');
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public boolean isBare() {
        return repository.isBare();
    }

    /**
     * The text of a file at a revision; empty where there is none.
     *
     * @param path from the repository's root
     */
    public Optional<String> text(String revision, String path) throws HistoryException {
        try (RevWalk walk = new RevWalk(reader)) {
            return text(commit(walk, revision), path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public Optional<String> text(RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(reader, path, commit.getTree())) {
            if (walk == null || (walk.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
                return Optional.empty();
            }
            byte[] bytes = reader.open(walk.getObjectId(0)).getCachedBytes(LARGEST_FILE);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** The full id of a commit. */
    public String resolve(String revision) throws HistoryException {
        try (RevWalk walk = new RevWalk(reader)) {
            return commit(walk, revision).name();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RevCommit commit(RevWalk walk, String revision) throws HistoryException, IOException {
        ObjectId id;
        try {
            id = repository.resolve(revision + "^{commit}");
        } catch (IOException | IllegalArgumentException e) {
            throw new HistoryException(revision + ": this is no revision of the repository", e);
        }
        if (id == null) {
            throw new HistoryException(
                    revision.equals(Constants.HEAD)
                            ? "the repository has no commit yet"
                            : revision + ": there is no such revision in the repository" + shallowHint());
        }
        return walk.parseCommit(id);
    }

    private String shallowHint() throws IOException {
        return repository.getObjectDatabase().getShallowCommits().isEmpty()
                ? ""
                : ", of which the clone has only the latest commits; 'git fetch --unshallow' brings the others";
    }

    /**
     * Reads the commits of a range and what each changed in the build context.
     *
     * @param watched files whose text at each commit is wanted, from the repository's root; none for most uses
     */
    public History read(CommitRange range, CommitTexts watched) throws HistoryException {
        try (RevWalk walk = new RevWalk(reader)) {
            walk.setFirstParent(!range.allParents());
            List<String> notes = new ArrayList<>();
            List<RevCommit> commits = commits(walk, range, notes);
            TreeChanges trees = new TreeChanges(reader);
            List<PastCommit> past = new ArrayList<>();
            ObjectId before = ObjectId.zeroId();
            for (RevCommit commit : commits) {
                ObjectId after = contextOf(commit);
                Instant time = Instant.ofEpochSecond(commit.getCommitTime());
                past.add(new PastCommit(commit.name(), commit.getShortMessage(), time, trees.between(before, after)));
                watched.read(this, commit);
                before = after;
            }
            trees.note(notes);
            return new History(past, trees.paths(), trees.links(), notes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The build context of one commit, as a history of that alone. */
    public History tree(String revision) throws HistoryException {
        return read(CommitRange.defaults().withCommits(1).withBranch(revision), CommitTexts.NONE);
    }

    private List<RevCommit> commits(RevWalk walk, CommitRange range, List<String> notes)
            throws HistoryException, IOException {
        RevCommit last = commit(walk, range.branch().orElse(Constants.HEAD));
        walk.markStart(last);
        Since since = Since.of(range.since(), revision -> commit(walk, revision));
        if (since.commit().isPresent() && !since.commit().get().equals(last)) {
            walk.markUninteresting(since.commit().get());
        }
        if (range.allParents()) {
            walk.sort(RevSort.TOPO);
        }
        List<RevCommit> commits = new ArrayList<>();
        for (RevCommit commit = walk.next(); commit != null && commits.size() < range.commits(); commit = walk.next()) {
            if (since.isBefore(commit)) {
                if (!range.allParents()) {
                    break;
                }
                continue;
            }
            walk.parseBody(commit);
            commits.add(commit);
        }
        if (since.commit().isPresent()
                && commits.size() < range.commits()
                && !commits.contains(since.commit().get())) {
            walk.parseBody(since.commit().get());
            commits.add(since.commit().get());
        }
        if (commits.isEmpty()) {
            throw new HistoryException(
                    "there is no commit since " + range.since().orElse(""));
        }
        Collections.reverse(commits);
        noteShallow(commits, notes);
        return commits;
    }

    private void noteShallow(List<RevCommit> commits, List<String> notes) throws IOException {
        Set<ObjectId> ends = repository.getObjectDatabase().getShallowCommits();
        List<String> reached = commits.stream()
                .filter(ends::contains)
                .map(commit -> commit.name().substring(0, 10))
                .toList();
        if (!reached.isEmpty()) {
            notes.add("the clone is shallow: what was before " + String.join(", ", reached)
                    + " is not here; 'git fetch --unshallow' brings it");
        }
    }

    /** The tree of the build context; an empty one where the commit has no such folder. */
    private ObjectId contextOf(RevCommit commit) throws IOException {
        if (folder.isEmpty()) {
            return commit.getTree();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, folder, commit.getTree())) {
            return walk != null && walk.isSubtree() ? walk.getObjectId(0) : ObjectId.zeroId();
        }
    }

    private static HistoryException unreadable(IOException e) {
        if (e instanceof MissingObjectException) {
            return new HistoryException(
                    "the clone lacks objects of its history (a partial clone?): " + e.getMessage()
                            + "; 'git fetch --refetch --no-filter' brings them",
                    e);
        }
        return new HistoryException("the repository cannot be read: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        reader.close();
        repository.close();
    }
}
