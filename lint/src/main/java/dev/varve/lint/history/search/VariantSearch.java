package dev.varve.lint.history.search;

import dev.varve.lint.history.git.HeadFiles;
import dev.varve.lint.history.git.History;
import dev.varve.plan.PlanException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for a better Dockerfile: takes the move that saves most, and again from there, until none saves anything. */
public final class VariantSearch {
    /** What saves less than this share is not worth a change. */
    private static final double LEAST = 0.01;

    private static final int MOST_MOVES = 12;

    private final Trials trials;
    private final History history;
    private final HeadFiles head;
    private final List<Move> taken = new ArrayList<>();

    /** Replays variants. */
    @FunctionalInterface
    public interface Trials {
        Trial of(String dockerfile, Optional<String> ignore) throws PlanException;
    }

    public VariantSearch(Trials trials, History history, HeadFiles head) {
        this.trials = trials;
        this.history = history;
        this.head = head;
    }

    /** Each good move alone, the ignore file's additions, and together all of them and all but cache mounts. */
    public List<Variant> run(Trial today) {
        List<Variant> variants = new ArrayList<>();
        double least = today.seconds() * LEAST;
        List<Move> single = new ArrayList<>(moves(today, least));
        single.addAll(mounts(today));
        for (Move move : single) {
            Trial trial = tried(move.dockerfile(), today.ignore());
            if (trial != null && today.seconds() - trial.seconds() >= least) {
                variants.add(Variant.ofDockerfile(move.rule(), move.description(), move.safe(), move.dockerfile()));
            }
        }
        Trial best = search(today, least, trial -> moves(trial, least));
        Optional<String> ignore = IgnoreAdditions.of(best, history, head);
        Trial ignored = ignore.isEmpty() ? null : tried(best.dockerfile(), ignore);
        boolean ignoring = ignored != null && best.seconds() - ignored.seconds() >= least;
        if (ignoring) {
            variants.add(Variant.ofIgnoreFile(
                    "ignore-unread", "Do not send what a build hardly reads", false, ignore.orElseThrow()));
        }
        int others = taken.size() + (ignoring ? 1 : 0);
        boolean safe = !ignoring && taken.stream().allMatch(Move::safe);
        Trial orderly = ignored != null && ignoring ? ignored : best;
        Optional<String> newIgnore = ignoring ? ignore : Optional.empty();
        Trial all = search(orderly, least, this::mounts);
        int changes = taken.size() + (ignoring ? 1 : 0);
        boolean mounting = changes > others;
        if (others > 1) {
            variants.add(new Variant(
                    mounting ? "all-but-mounts" : "all",
                    mounting ? "All of these together, but for cache mounts" : "All of these together",
                    safe,
                    Optional.of(orderly.dockerfile()),
                    newIgnore));
        }
        if (mounting && changes > 1) {
            variants.add(new Variant("all", "All of these together", false, Optional.of(all.dockerfile()), newIgnore));
        }
        return variants;
    }

    private List<Move> moves(Trial trial, double least) {
        List<Move> moves = new ArrayList<>(new ManifestSplit(trial, history, head, least).moves());
        moves.addAll(OrderMoves.of(trial, history, least));
        moves.addAll(new GoModules(trial, history, head).moves());
        return moves;
    }

    private List<Move> mounts(Trial trial) {
        return new MountMoves(trial, head).moves();
    }

    private Trial search(Trial today, double least, Function<Trial, List<Move>> moves) {
        Trial best = today;
        for (int round = 0; round < MOST_MOVES; round++) {
            @Nullable Move chosen = null;
            @Nullable Trial better = null;
            for (Move move : moves.apply(best)) {
                Trial trial = tried(move.dockerfile(), best.ignore());
                double bar = better == null ? best.seconds() - least : better.seconds();
                if (trial != null && trial.seconds() <= bar) {
                    chosen = move;
                    better = trial;
                }
            }
            if (chosen == null || better == null) {
                break;
            }
            taken.add(chosen);
            best = better;
        }
        return best;
    }

    private @Nullable Trial tried(String dockerfile, Optional<String> ignore) {
        try {
            return trials.of(dockerfile, ignore);
        } catch (PlanException e) {
            return null;
        }
    }
}
