package dev.varve.lint.history;

import dev.varve.lint.diff.UnifiedDiff;
import dev.varve.lint.history.git.CommitRange;
import dev.varve.lint.history.git.CommitTexts;
import dev.varve.lint.history.git.GitRepository;
import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.HistoryException;
import dev.varve.lint.history.git.PastCommit;
import dev.varve.lint.history.git.PathKind;
import dev.varve.lint.history.git.PathUnion;
import dev.varve.lint.history.replay.IgnoredSources;
import dev.varve.lint.history.replay.Manifests;
import dev.varve.lint.history.replay.MissingSources;
import dev.varve.lint.history.replay.Replay;
import dev.varve.lint.history.replay.ReplayOptions;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Setup;
import dev.varve.lint.history.replay.Totals;
import dev.varve.lint.history.search.MountMoves;
import dev.varve.lint.history.search.Trial;
import dev.varve.lint.history.search.Variant;
import dev.varve.lint.history.search.VariantSearch;
import dev.varve.lint.layers.Heat;
import dev.varve.plan.PlanException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A repository's past, replayed through the layer cache without building anything.
 *
 * <p>A commit's tree is a build context, and git's object ids tell its files apart. Every commit is taken to be built once, in
 * order; the first builds from nothing and is not counted. A step that runs again is taken to leave something new, and images
 * and addresses are taken to stay what they are. What git does not tell counts as unchanged: files it ignores, the bytes behind
 * the pointers of large-file storage and submodules (their pointers do change), line endings that a checkout converts.
 */
public final class HistoryReplay {
    private final GitRepository repository;
    private final String dockerfile;
    private final CommitRange range;
    private final ReplayOptions options;
    private final BuildFiles.State now;
    private final List<BuildFiles.State> states;
    private final History history;
    private final PathUnion paths;
    private final Manifests manifests;
    private final Setup setup;
    private final Map<BuildFiles.State, Optional<Setup>> setups = new HashMap<>();
    private final Map<BuildFiles.State, Trial> trials = new HashMap<>();

    private HistoryReplay(
            GitRepository repository, String dockerfile, CommitRange range, ReplayOptions options, BuildFiles.State now)
            throws HistoryException, PlanException {
        this.repository = repository;
        this.dockerfile = dockerfile;
        this.range = range;
        this.options = options;
        this.now = now;
        BuildFiles files = new BuildFiles(dockerfile, repository.folder());
        this.history = repository.read(range, options.asCommitted() ? files : CommitTexts.NONE);
        this.states = files.states();
        this.paths = PathUnion.of(history);
        this.manifests = new Manifests(history.paths(), this::headText);
        this.setup = setup(now);
    }

    /**
     * Reads a repository's past.
     *
     * @param dockerfile the Dockerfile's path in the repository
     * @throws HistoryException where it cannot be read
     * @throws PlanException where the Dockerfile of the last commit cannot be built
     */
    public static HistoryReplay of(
            GitRepository repository, String dockerfile, CommitRange range, ReplayOptions options)
            throws HistoryException, PlanException {
        String head = range.branch().orElse("HEAD");
        BuildFiles.State now = new BuildFiles(dockerfile, repository.folder()).at(path -> repository.text(head, path));
        if (now.dockerfile().isEmpty()) {
            throw new HistoryException(dockerfile + ": there is no such Dockerfile in commit "
                    + repository.resolve(head).substring(0, 10));
        }
        return new HistoryReplay(repository, dockerfile, range, options, now);
    }

    /**
     * Reads a repository's past for a Dockerfile as it is now, committed or not.
     *
     * @param dockerfile its path in the repository
     * @param text its text
     * @param ignore the text of the ignore file; empty where there is none
     * @throws HistoryException where it cannot be read
     * @throws PlanException where the Dockerfile cannot be built
     */
    public static HistoryReplay of(
            GitRepository repository,
            String dockerfile,
            String text,
            Optional<String> ignore,
            CommitRange range,
            ReplayOptions options)
            throws HistoryException, PlanException {
        String ignorePath = new BuildFiles(dockerfile, repository.folder())
                .at(path -> repository.text("HEAD", path))
                .ignorePath();
        BuildFiles.State now = new BuildFiles.State(Optional.of(text), ignore, ignorePath);
        return new HistoryReplay(repository, dockerfile, range, options, now);
    }

    private Setup setup(BuildFiles.State state) throws PlanException {
        return Setup.of(dockerfile, state.dockerfile().orElse(""), state.ignore(), paths, manifests, options.build());
    }

    /** The text of the Dockerfile at the last commit. */
    public String dockerfileText() {
        return now.dockerfile().orElse("");
    }

    /** The text of the ignore file at the last commit; empty where it has none. */
    public Optional<String> ignoreText() {
        return now.ignore();
    }

    /** The text of a file of the build context at the last commit; empty where it is not there. */
    public Optional<String> headText(String path) {
        try {
            String folder = repository.folder();
            return repository.text(range.branch().orElse("HEAD"), folder.isEmpty() ? path : folder + "/" + path);
        } catch (HistoryException e) {
            return Optional.empty();
        }
    }

    History history() {
        return history;
    }

    /** The build files of another revision, over this history. */
    public Variant at(String revision) throws HistoryException {
        BuildFiles.State state =
                new BuildFiles(dockerfile, repository.folder()).at(path -> repository.text(revision, path));
        if (state.dockerfile().isEmpty()) {
            throw new HistoryException(dockerfile + ": there is no such Dockerfile in " + revision);
        }
        return new Variant(
                "compare",
                revision,
                false,
                state.dockerfile(),
                Optional.of(state.ignore().orElse("")));
    }

    /** What a search finds that would have saved something: another order, manifests copied first, a longer ignore file. */
    public List<Variant> variants() throws PlanException {
        VariantSearch search = new VariantSearch(this::trial, history, this::headText);
        return search.run(trial(dockerfileText(), now.ignore()));
    }

    private Trial trial(String text, Optional<String> ignore) throws PlanException {
        BuildFiles.State state = new BuildFiles.State(Optional.of(text), ignore, now.ignorePath());
        @Nullable Trial known = trials.get(state);
        if (known == null) {
            known = trial(text, ignore, state.equals(now) ? setup : setup(state));
            trials.put(state, known);
        }
        return known;
    }

    private Trial trial(String text, Optional<String> ignore, Setup planned) {
        Replay replay = new Replay(history, options, planned, dockerfile).run(commit -> Optional.of(planned));
        return new Trial(text, ignore, planned, replay.result(false), replay.steps());
    }

    /** How often the files of the build context changed. */
    Heat heat() {
        return new MeasuredHeat(history);
    }

    /** What the history comes to with a variant. */
    public Totals totals(Variant variant) throws PlanException {
        Trial trial = trial(
                variant.dockerfile().orElseGet(this::dockerfileText),
                variant.ignore().or(now::ignore));
        return Totals.of(trial.steps());
    }

    /**
     * The past as it was, and what it would have been with each variant.
     *
     * @param variants those that would have saved nothing, or cannot be built, are left out
     */
    public ReplayReport report(List<Variant> variants) {
        Replay replay = new Replay(history, options, setup, dockerfile).run(this::setupAt);
        List<ReplayedStep> steps = replay.result(true);
        Totals totals = Totals.of(steps);
        List<ReplayedCommit> commits = new ArrayList<>();
        for (int i = 0; i < history.commits().size(); i++) {
            PastCommit commit = history.commits().get(i);
            commits.add(new ReplayedCommit(
                    commit.id(),
                    commit.message(),
                    commit.time(),
                    replay.outcomes().get(i)));
        }
        return new ReplayReport(
                dockerfile,
                dockerfileText(),
                options.model(),
                options.policy().text(),
                commits,
                steps,
                totals,
                suggestions(variants),
                notes(replay, variants));
    }

    private Optional<Setup> setupAt(int commit) {
        if (!options.asCommitted()) {
            return Optional.of(setup);
        }
        return setups.computeIfAbsent(states.get(commit), state -> {
            try {
                return state.equals(now) ? Optional.of(setup) : Optional.of(setup(state));
            } catch (PlanException e) {
                return Optional.empty();
            }
        });
    }

    private List<ReplayedVariant> suggestions(List<Variant> variants) {
        List<ReplayedVariant> suggestions = new ArrayList<>();
        for (Variant variant : variants) {
            try {
                Totals with = totals(variant);
                if (with.seconds() < trial(dockerfileText(), now.ignore()).seconds()) {
                    suggestions.add(new ReplayedVariant(
                            variant.rule(), variant.description(), variant.safe(), diff(variant), with));
                }
            } catch (PlanException e) {
                // cannot be built, so it is no suggestion
            }
        }
        suggestions.sort(
                Comparator.comparingDouble(suggestion -> suggestion.totals().seconds()));
        return suggestions;
    }

    private String diff(Variant variant) {
        String text = dockerfileText();
        return UnifiedDiff.of(dockerfile, text, variant.dockerfile().orElse(text))
                + UnifiedDiff.of(
                        now.ignorePath(),
                        now.ignore().orElse(""),
                        variant.ignore().or(now::ignore).orElse(""));
    }

    private List<String> notes(Replay replay, List<Variant> variants) {
        List<String> notes = new ArrayList<>(history.notes());
        if (replay.unplannable() > 0) {
            notes.add(
                    replay.unplannable() + " commits have no " + dockerfile + " that can be built; they are left out");
        }
        if (range.allParents() && options.policy().parentOnly()) {
            notes.add("with all parents, the commit before in topological order counts as the parent");
        }
        if (!options.asCommitted()) {
            notes.addAll(new MissingSources(history).notes(setup));
            notes.addAll(new IgnoredSources(history, this::headText, now.ignore()).notes(setup));
        }
        boolean mounts = setup.work().hasCacheMounts(setup.steps())
                || variants.stream().anyMatch(variant -> variant.rule().equals(MountMoves.RULE));
        if (mounts) {
            notes.add(
                    options.costs().mountsKept()
                            ? "cache mounts are taken to be kept by the builder, which a cache in a registry does not do;"
                                    + " --cache-mounts lost shows what it costs without"
                            : "cache mounts are taken to be empty in every build");
        }
        boolean submodules = setup.tracks().stream()
                .anyMatch(
                        track -> track.stream().anyMatch(path -> history.paths().kind(path) == PathKind.SUBMODULE));
        if (submodules) {
            notes.add(
                    "submodules are copied: their files are not here, so that a new commit in one counts as a change");
        }
        return notes;
    }
}
