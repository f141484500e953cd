package dev.varve.lint.history.replay;

import dev.varve.lint.history.git.History;
import dev.varve.lint.history.git.PastCommit;
import dev.varve.plan.CachedBuild;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Counterparts;
import dev.varve.plan.LayerCache;
import dev.varve.plan.Pull;
import dev.varve.plan.Status;
import dev.varve.plan.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds each commit in turn against one cache, as the cache model has it, and takes note of what becomes of each step. */
public final class Replay {
    private final History history;
    private final ReplayOptions options;
    private final Setup shown;
    private final List<Step> steps;
    private final List<StepTally> tallies = new ArrayList<>();
    private final List<List<StepOutcome>> outcomes = new ArrayList<>();
    private final LayerCache cache;
    private final CacheWindow window;
    private final TrackKeys keys;
    private final String dockerfile;
    private boolean cold = true;
    private int unplannable;

    /** @param shown the setup whose steps are told about */
    public Replay(History history, ReplayOptions options, Setup shown, String dockerfile) {
        this.history = history;
        this.options = options;
        this.shown = shown;
        this.dockerfile = dockerfile;
        this.steps = shown.steps().stream()
                .filter(step -> !(step.operation().orElseThrow() instanceof Pull))
                .toList();
        steps.forEach(step -> tallies.add(new StepTally()));
        this.cache = LayerCache.ofNewResults(options.model());
        this.window = new CacheWindow(options.policy());
        this.keys = new TrackKeys(history.paths().size());
    }

    public Replay run(SetupSequence setups) {
        @Nullable Setup before = null;
        for (int i = 0; i < history.commits().size(); i++) {
            PastCommit commit = history.commits().get(i);
            Setup setup = setups.at(i).orElse(null);
            if (setup == null) {
                keys.applyUnused(commit);
                outcomes.add(steps.stream().map(step -> StepOutcome.NONE).toList());
                unplannable++;
            } else {
                build(i, commit, setup, before);
                before = setup;
                cold = false;
            }
        }
        return this;
    }

    private void build(int number, PastCommit commit, Setup setup, @Nullable Setup before) {
        long[] old = keys.keys();
        if (setup == before) {
            old = old.clone();
            keys.apply(commit);
        } else {
            keys.applyUnused(commit);
            keys.use(setup);
        }
        int window = this.window.at(commit.time());
        if (!this.window.isUnlimited()) {
            cache.keepLast(window);
        }
        CachedBuild built = built(setup);
        long[] own = setup.own().keys(keys.keys());
        Map<Step, Boolean> inVain = new HashMap<>();
        for (int i = 0; i < own.length; i++) {
            inVain.put(setup.steps().get(i), this.window.use(own[i], window));
        }
        this.window.built(commit.time());
        BitSet changed = changed(old, keys.keys(), setup == before);
        outcomes.add(tally(number, setup, built, inVain, changed, setup == before));
    }

    private CachedBuild built(Setup setup) {
        try {
            return cache.build(
                    setup.plan(),
                    (step, context) -> Long.toHexString(keys.keys()[Math.max(setup.track(step), 0)]),
                    (reader, left, soFar) ->
                            setup.left().of(reader, left).map(content -> content.key(keys.keys(), soFar)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BitSet changed(long[] old, long[] now, boolean comparable) {
        BitSet changed = new BitSet(now.length);
        for (int i = 0; comparable && i < now.length; i++) {
            changed.set(i, old[i] != now[i]);
        }
        return changed;
    }

    private List<StepOutcome> tally(
            int number, Setup setup, CachedBuild built, Map<Step, Boolean> inVain, BitSet changed, boolean sameSetup) {
        Map<Step, BitSet> reach = reach(setup, built, changed);
        Counterparts counterparts = setup == shown ? null : Counterparts.of(setup.plan(), shown.plan());
        List<StepOutcome> row = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Optional<Step> step = counterparts == null ? Optional.of(steps.get(i)) : counterparts.of(steps.get(i));
            StepOutcome outcome =
                    step.map(found -> outcome(found, built, inVain)).orElse(StepOutcome.NONE);
            tallies.get(i).add(outcome);
            if (outcome == StepOutcome.RERUN || outcome == StepOutcome.AVOIDABLE) {
                BitSet tracks = reach.getOrDefault(step.orElseThrow(), new BitSet());
                String otherwise = sameSetup ? "(no longer in the cache)" : dockerfile;
                tallies.get(i).blame(new StepTally.Guilt(number, setup, tracks, otherwise));
            }
            row.add(outcome);
        }
        return row;
    }

    private StepOutcome outcome(Step step, CachedBuild built, Map<Step, Boolean> inVain) {
        Optional<Status> status = built.status(step);
        if (status.isEmpty()) {
            return StepOutcome.NONE;
        }
        if (status.get() == Status.HIT) {
            return StepOutcome.HIT;
        }
        if (cold) {
            return StepOutcome.COLD;
        }
        return inVain.getOrDefault(step, false) ? StepOutcome.AVOIDABLE : StepOutcome.RERUN;
    }

    /** The changed tracks from which each step's running again comes. A linked copy hands on what is below it. */
    private static Map<Step, BitSet> reach(Setup setup, CachedBuild built, BitSet changed) {
        Map<Step, BitSet> reach = new HashMap<>();
        Map<Step, BitSet> handedOn = new HashMap<>();
        for (Step step : setup.steps()) {
            boolean linked = step.operation().orElseThrow() instanceof CopyFiles copy && copy.link();
            boolean missed = built.status(step).orElse(Status.HIT) != Status.HIT;
            BitSet own = new BitSet();
            int track = setup.track(step);
            if (missed && track >= 0 && changed.get(track)) {
                own.set(track);
            }
            BitSet all = (BitSet) own.clone();
            List<Step> sources = built.sources(step);
            for (int i = 0; i < sources.size(); i++) {
                BitSet from = from(setup, step, sources.get(i), changed, handedOn);
                all.or(from);
                if (!linked || i > 0) {
                    own.or(from);
                }
            }
            if (missed) {
                reach.put(step, own);
            }
            if (missed || linked) {
                handedOn.put(step, all);
            }
        }
        return reach;
    }

    private static BitSet from(Setup setup, Step step, Step source, BitSet changed, Map<Step, BitSet> handedOn) {
        Optional<LeftContent> content = setup.left().of(step, source);
        if (content.isEmpty()) {
            return handedOn.getOrDefault(source, new BitSet());
        }
        BitSet from = new BitSet();
        content.get().tracks().stream().filter(changed::get).forEach(from::set);
        content.get().results().forEach(result -> from.or(handedOn.getOrDefault(result, new BitSet())));
        return from;
    }

    public int unplannable() {
        return unplannable;
    }

    /** The steps that are told about. */
    public List<Step> steps() {
        return steps;
    }

    /** What became of each step at each commit. */
    public List<List<StepOutcome>> outcomes() {
        return outcomes;
    }

    /** @param withBlame whether paths are named, which takes longer */
    public List<ReplayedStep> result(boolean withBlame) {
        BlameFinder blame = new BlameFinder(history);
        List<ReplayedStep> result = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            StepTally tally = tallies.get(i);
            int track = shown.track(step);
            int files = track < 0 ? 0 : shown.tracks().get(track).cardinality();
            result.add(new ReplayedStep(
                    shown.plan().stage(step.stage()).orElseThrow().name(),
                    step.line(),
                    step.text(),
                    tally.builds(),
                    tally.reruns(),
                    tally.avoidable(),
                    options.costs().of(step, files, shown.work()),
                    withBlame ? blame.of(tally.guilt()) : List.of()));
        }
        return result;
    }
}
