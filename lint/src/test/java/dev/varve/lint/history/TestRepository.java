package dev.varve.lint.history;

import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.git.IsolatedGit;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.search.Variant;
import dev.varve.plan.PlanException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository that a test writes commit by commit. */
public final class TestRepository implements AutoCloseable {
    private final Path folder;
    private final Repository repository;
    private final TreeMap<String, Entry> files = new TreeMap<>();
    private final List<ObjectId> commits = new ArrayList<>();
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    private record Entry(FileMode mode, ObjectId id) {}

    private TestRepository(Path folder) throws IOException {
        this.folder = folder;
        this.repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    }

    /** One that is there already. */
    public static TestRepository of(Path folder) throws IOException {
        IsolatedGit.install();
        return new TestRepository(folder);
    }

    public static TestRepository in(Path folder) {
        IsolatedGit.install();
        try {
            TestRepository made = new TestRepository(folder);
            made.repository.create(true);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository file(String path, String content) {
        return put(path, FileMode.REGULAR_FILE, content);
    }

    public TestRepository executable(String path, String content) {
        return put(path, FileMode.EXECUTABLE_FILE, content);
    }

    public TestRepository link(String path, String target) {
        return put(path, FileMode.SYMLINK, target);
    }

    public TestRepository submodule(String path, String commit) {
        files.put(path, new Entry(FileMode.GITLINK, ObjectId.fromString(commit)));
        return this;
    }

    public TestRepository gone(String path) {
        files.remove(path);
        return this;
    }

    public TestRepository renamed(String from, String to) {
        files.put(to, files.remove(from));
        return this;
    }

    private TestRepository put(String path, FileMode mode, String content) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            files.put(path, new Entry(mode, id));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Days pass until the next commit. */
    public TestRepository wait(int days) {
        time = time.plusSeconds(days * 86400L);
        return this;
    }

    public TestRepository commit(String message) {
        ObjectId[] parents = commits.isEmpty() ? new ObjectId[0] : new ObjectId[] {commits.get(commits.size() - 1)};
        return commit(message, parents);
    }

    /** Merges another commit, by number, into the last one. */
    public TestRepository merge(String message, int other) {
        return commit(message, commits.get(commits.size() - 1), commits.get(other));
    }

    /** A commit on an earlier one. */
    public TestRepository commitOn(int parent, String message) {
        return commit(message, commits.get(parent));
    }

    private TestRepository commit(String message, ObjectId... parents) {
        time = time.plusSeconds(60);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            files.forEach((path, entry) -> {
                DirCacheEntry added = new DirCacheEntry(path);
                added.setFileMode(entry.mode);
                added.setObjectId(entry.id);
                builder.add(added);
            });
            builder.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            commit.setParentIds(parents);
            PersonIdent who = new PersonIdent("A", "a@example.com", time, ZoneOffset.UTC);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(message + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            commits.add(id);
            RefUpdate update = repository.updateRef(Constants.HEAD);
            update.setNewObjectId(id);
            update.forceUpdate();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a commit's files to a folder. */
    public void checkOut(String commit, Path into) throws IOException {
        try (RevWalk revisions = new RevWalk(repository);
                TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(revisions.parseCommit(ObjectId.fromString(commit)).getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                Path file = into.resolve(walk.getPathString());
                Files.createDirectories(file.getParent());
                if (walk.getFileMode(0) == FileMode.GITLINK) {
                    continue;
                }
                byte[] content = content(walk.getObjectId(0));
                if (walk.getFileMode(0) == FileMode.SYMLINK) {
                    Files.createSymbolicLink(file, Path.of(new String(content, StandardCharsets.UTF_8)));
                    continue;
                }
                Files.write(file, content);
                if (walk.getFileMode(0) == FileMode.EXECUTABLE_FILE) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Nothing where a mirror has left a large file out. */
    private byte[] content(ObjectId id) throws IOException {
        try {
            return repository.open(id).getCachedBytes();
        } catch (MissingObjectException e) {
            return new byte[0];
        }
    }

    /** The id of a file's content as it is now. */
    public String idOf(String path) {
        return Objects.requireNonNull(files.get(path), path).id.name();
    }

    /** The id of a commit, by number. */
    public String id(int commit) {
        return commits.get(commit).name();
    }

    public Path folder() {
        return folder;
    }

    public ReplayReport replay() {
        return replay(CommitRange.defaults(), ReplayOptions.defaults());
    }

    public ReplayReport replay(ReplayOptions options) {
        return replay(CommitRange.defaults(), options);
    }

    public ReplayReport replay(CommitRange range, ReplayOptions options, Variant... variants) {
        try (GitRepository git = GitRepository.open(folder)) {
            return HistoryReplay.of(git, "Dockerfile", range, options).report(List.of(variants));
        } catch (HistoryException | PlanException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became of a step at each commit, one letter each: C cold, . hit, R run again, A avoidably, - not there. */
    public static String row(ReplayReport report, String instruction) {
        int step = -1;
        for (int i = 0; i < report.steps().size(); i++) {
            if (report.steps().get(i).instruction().startsWith(instruction)) {
                step = i;
            }
        }
        StringBuilder row = new StringBuilder();
        for (ReplayedCommit commit : report.commits()) {
            row.append(
                    switch (commit.outcomes().get(step)) {
                        case HIT -> '.';
                        case RERUN -> 'R';
                        case AVOIDABLE -> 'A';
                        case COLD -> 'C';
                        case NONE -> '-';
                    });
        }
        return row.toString();
    }

    public static ReplayedStep step(ReplayReport report, String instruction) {
        return report.steps().stream()
                .filter(step -> step.instruction().startsWith(instruction))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        repository.close();
    }
}
