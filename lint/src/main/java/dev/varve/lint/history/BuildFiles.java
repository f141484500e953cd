package dev.varve.lint.history;

import dev.varve.lint.history.git.CommitTexts;
import dev.varve.lint.history.git.GitRepository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevCommit;

/** The Dockerfile and the ignore file as each commit has them. */
final class BuildFiles implements CommitTexts {
    private final String dockerfile;
    private final String folder;
    private final List<State> states = new ArrayList<>();
    private final Map<State, State> known = new HashMap<>();

    /**
     * Both files at one commit.
     *
     * @param dockerfile its text
     * @param ignore the text of the ignore file that counts
     * @param ignorePath where that one is; where there is none, where it would be
     */
    record State(Optional<String> dockerfile, Optional<String> ignore, String ignorePath) {}

    /**
     * @param dockerfile its path in the repository
     * @param folder the build context's path in the repository, empty for all of it
     */
    BuildFiles(String dockerfile, String folder) {
        this.dockerfile = dockerfile;
        this.folder = folder;
    }

    @Override
    public void read(GitRepository repository, RevCommit commit) throws IOException {
        State state = at(path -> repository.text(commit, path));
        states.add(known.computeIfAbsent(state, same -> same));
    }

    List<State> states() {
        return states;
    }

    /** Where texts come from. */
    @FunctionalInterface
    interface Texts<X extends Exception> {
        Optional<String> text(String path) throws X;
    }

    /** The ignore file beside the Dockerfile goes before that of the context. */
    <X extends Exception> State at(Texts<X> texts) throws X {
        String beside = dockerfile + ".dockerignore";
        Optional<String> own = texts.text(beside);
        if (own.isPresent()) {
            return new State(texts.text(dockerfile), own, beside);
        }
        String common = folder.isEmpty() ? ".dockerignore" : folder + "/.dockerignore";
        return new State(texts.text(dockerfile), texts.text(common), common);
    }
}
