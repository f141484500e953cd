package dev.varve.lint.history.replay;

import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.history.git.Mix;
import dev.varve.lint.movement.Movement;
import dev.varve.lint.movement.Reads;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.Input;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Operation;
import dev.varve.plan.Pull;
import dev.varve.plan.Source;
import dev.varve.plan.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each step really reads, as far as that is known: a COPY what it copies, an {@code apt-get install} what came before of
 * its kind, an {@code npm ci} the manifests, any other RUN everything. A step that runs again although this was there before
 * ran in vain.
 */
public final class OwnInputs {
    private static final int NONE = -1;

    private final Setup setup;
    private final Manifests manifests;
    private final Map<Step, Integer> indexes = new HashMap<>();
    private final Map<Step, BitSet> manifestsOf = new HashMap<>();
    private final List<Needs> needs = new ArrayList<>();
    private final List<Reads> reads = new ArrayList<>();

    /**
     * Of one step.
     *
     * @param constant what is the same at every commit
     * @param below the step whose file system it changes; negative where there is none
     * @param tracks what it reads of the build context
     * @param steps those whose own inputs are its own too
     * @param results those of which it reads what they and all below them left
     */
    private record Needs(long constant, int below, List<Integer> tracks, List<Integer> steps, List<Integer> results) {}

    public OwnInputs(Setup setup, Manifests manifests) {
        this.setup = setup;
        this.manifests = manifests;
        for (Step step : setup.steps()) {
            reads.add(reads(step));
            needs.add(needs(step, step.operation().orElseThrow()));
            indexes.put(step, indexes.size());
        }
    }

    /** What stands for each step's own inputs, in the order of {@link Setup#steps()}. */
    public long[] keys(long[] trackKeys) {
        long[] own = new long[needs.size()];
        long[] left = new long[needs.size()];
        for (int i = 0; i < own.length; i++) {
            Needs need = needs.get(i);
            long key = need.constant;
            for (int track : need.tracks) {
                key = Mix.of(key, trackKeys[track]);
            }
            for (int step : need.steps) {
                key = Mix.of(key, own[step]);
            }
            for (int result : need.results) {
                key = Mix.of(key, left[result]);
            }
            own[i] = key;
            left[i] = need.below < 0 ? key : Mix.of(left[need.below], key);
        }
        return own;
    }

    /** The files that a step reads which installs what manifests say; none of every other step. */
    public BitSet manifests(Step step) {
        return manifestsOf.getOrDefault(step, new BitSet());
    }

    /** The same by their paths. */
    public List<String> manifestPaths(Step step) {
        return manifests(step).stream().mapToObj(manifests.paths()::path).toList();
    }

    private Reads reads(Step step) {
        List<Stage> stages = setup.plan().dockerfile().stages();
        return step.instruction() instanceof Run run
                ? Movement.in(stages.get(step.stage())).reads(run)
                : new Reads.Anything();
    }

    private Needs needs(Step step, Operation operation) {
        if (operation instanceof Exec exec) {
            return run(step, exec);
        }
        if (operation instanceof CopyFiles copy) {
            return inputs(copy.unlinked(), below(copy.parent()), new ArrayList<>(), new ArrayList<>(), step);
        }
        if (operation instanceof Pull pull) {
            return new Needs(Mix.of(1, pull.image().toString()), NONE, List.of(), List.of(), List.of());
        }
        MakeFolder folder = (MakeFolder) operation;
        return new Needs(Mix.of(1, folder.definition()), below(folder.parent()), List.of(), List.of(), List.of());
    }

    private Needs run(Step step, Exec exec) {
        Reads read = reads.get(reads.size() - 1);
        int below = below(exec.parent());
        List<Integer> tracks = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        BitSet copied = new BitSet();
        for (int at = below; at >= 0; at = needs.get(at).below) {
            Step earlier = setup.steps().get(at);
            boolean fromContext = earlier.operation().orElseThrow() instanceof CopyFiles && setup.track(earlier) >= 0;
            if (fromContext) {
                copied.or(setup.tracks().get(setup.track(earlier)));
            } else if (counts(earlier, reads.get(at), read)) {
                steps.add(at);
            }
        }
        if (read instanceof Reads.Manifests) {
            BitSet found = manifests.among(copied, read);
            Optional<BitSet> scripts = manifests.scriptsRead(found, copied, (Run) step.instruction());
            if (scripts.isPresent()) {
                found.or(scripts.get());
                tracks.add(setup.addTrack(found));
                manifestsOf.put(step, found);
            } else {
                read = new Reads.Anything();
                reads.set(reads.size() - 1, read);
            }
        }
        if (read instanceof Reads.Anything) {
            tracks.clear();
            steps.clear();
        }
        Needs own = inputs(exec, below, tracks, steps, step);
        List<Integer> results = new ArrayList<>(own.results);
        if (read instanceof Reads.Anything && below >= 0) {
            results.add(below);
        }
        return new Needs(own.constant, below, own.tracks, own.steps, results);
    }

    /** Whether a RUN that does not read everything depends on an earlier step that copies nothing from the context. */
    private static boolean counts(Step earlier, Reads earlierReads, Reads reads) {
        Operation operation = earlier.operation().orElseThrow();
        if (operation instanceof Exec) {
            return earlierReads instanceof Reads.Nothing
                    || (reads instanceof Reads.Manifests own
                            && earlierReads instanceof Reads.Manifests other
                            && !own.isForeignTo(other));
        }
        return operation instanceof Pull || (operation instanceof CopyFiles && reads instanceof Reads.Manifests);
    }

    private Needs inputs(Operation operation, int below, List<Integer> tracks, List<Integer> steps, Step step) {
        long constant = Mix.of(2, operation.definition());
        List<Integer> results = new ArrayList<>();
        for (Input input : operation.inputs()) {
            Source source = input.source();
            if (source instanceof Source.Context) {
                tracks.add(setup.track(step));
            } else if (source instanceof Source.Result result && input.byContent()) {
                Optional<LeftContent> left = setup.left().of(step, result.step());
                constant = Mix.of(constant, left.map(LeftContent::constant).orElse(0L));
                left.ifPresent(content -> tracks.addAll(content.tracks()));
                left.map(LeftContent::results)
                        .orElse(List.of(result.step()))
                        .forEach(earlier -> results.add(indexes.getOrDefault(earlier, NONE)));
            } else if (!(source instanceof Source.Result)) {
                constant = Mix.of(constant, source.toString());
            }
        }
        tracks.removeIf(track -> track < 0);
        results.removeIf(result -> result < 0);
        return new Needs(constant, below, tracks, steps, results);
    }

    /** An image that a stage begins with is the step that pulls it. */
    private int below(Source parent) {
        if (parent instanceof Source.Result result) {
            return indexes.getOrDefault(result.step(), NONE);
        }
        for (int i = 0; i < indexes.size(); i++) {
            if (setup.steps().get(i).operation().orElseThrow() instanceof Pull pull
                    && pull.image().equals(parent)) {
                return i;
            }
        }
        return NONE;
    }
}
