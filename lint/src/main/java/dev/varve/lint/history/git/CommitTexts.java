package dev.varve.lint.history.git;

import java.io.IOException;
import org.eclipse.jgit.revwalk.RevCommit;

/** What is read of each commit besides its tree. */
@FunctionalInterface
public interface CommitTexts {
    CommitTexts NONE = (repository, commit) -> {};

    void read(GitRepository repository, RevCommit commit) throws IOException;
}
