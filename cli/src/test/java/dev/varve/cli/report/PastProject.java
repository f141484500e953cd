package dev.varve.cli.report;

import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A work tree with a past. */
public final class PastProject implements AutoCloseable {
    private final Path folder;
    private final Git git;

    private PastProject(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    public static PastProject in(Path folder) {
        try {
            Files.createDirectories(folder);
            keepFromConfiguration(folder);
            return new PastProject(
                    folder, Git.init().setDirectory(folder.toFile()).call());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first repository that is opened keeps JGit from the user's configuration, be there one or not. */
    private static void keepFromConfiguration(Path folder) {
        try (GitRepository none = GitRepository.open(folder)) {
            throw new IllegalStateException("lies in a repository: " + none.folder());
        } catch (HistoryException e) {
            return;
        }
    }

    public Path folder() {
        return folder;
    }

    public PastProject file(String path, String content) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PastProject commit(String message) {
        try {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage(message)
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .setNoVerify(true)
                    .call();
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
