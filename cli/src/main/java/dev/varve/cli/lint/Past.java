package dev.varve.cli.lint;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.ContextFolder;
import dev.varve.lint.history.HistoryReplay;
import dev.varve.lint.history.MeasuredFindings;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.plan.CacheModel;
import dev.varve.plan.PlanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Measures Dockerfiles by the past of the repositories that they are in. Safe for use by several threads. */
final class Past {
    private final int commits;
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param commits how many are looked at, counted from the last */
    Past(int commits) {
        this.commits = commits;
    }

    /**
     * Does something with what the past shows of a Dockerfile; with nothing where there is none, and takes note of why.
     *
     * @param context the folder that it is built with; its own where nothing is copied
     */
    <T> T of(
            Input input,
            Dockerfile dockerfile,
            Optional<ContextFolder> context,
            CacheModel model,
            Function<Optional<MeasuredFindings>, T> use)
            throws IOException {
        if (input.path().isEmpty()) {
            note("standard input has no history");
            return use.apply(Optional.empty());
        }
        Path file = input.path().get();
        Path folder = context.map(ContextFolder::path).orElse(input.folder());
        Optional<String> ignore = ignore(context);
        try (GitRepository repository = GitRepository.open(folder)) {
            String path = repository.pathOf(file);
            HistoryReplay replay = HistoryReplay.of(
                    repository,
                    path,
                    dockerfile.text(),
                    ignore,
                    CommitRange.defaults().withCommits(commits),
                    ReplayOptions.defaults().withModel(model));
            if (repository.text("HEAD", path).isEmpty()) {
                note(file + " is not committed; its history is that of the files it copies");
            }
            return use.apply(Optional.of(new MeasuredFindings(replay)));
        } catch (HistoryException e) {
            note(e.getMessage() + ": no history");
        } catch (PlanException e) {
            note(file + ":" + e.line() + ": no history, for it cannot be built: " + e.getMessage());
        }
        return use.apply(Optional.empty());
    }

    private static Optional<String> ignore(Optional<ContextFolder> context) throws IOException {
        Optional<Path> file = context.flatMap(ContextFolder::ignoreFile);
        return file.isPresent() ? Optional.of(Files.readString(file.get())) : Optional.empty();
    }

    private synchronized void note(String note) {
        notes.add(note);
    }

    /** What a reader must know, each once. */
    synchronized Set<String> notes() {
        return Set.copyOf(notes);
    }
}
