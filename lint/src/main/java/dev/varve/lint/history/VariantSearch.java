package dev.varve.lint.history;

import dev.varve.plan.PlanException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for a better Dockerfile: takes the move that saves most, and again from there, until none saves anything. */
final class VariantSearch {
    /** What saves less than this share is not worth a change. */
    private static final double LEAST = 0.01;

    private static final int MOST_MOVES = 12;

    private final Trials trials;
    private final History history;
    private final HeadFiles head;
    private final List<Move> taken = new ArrayList<>();

    /** Replays variants. */
    @FunctionalInterface
    interface Trials {
        Trial of(String dockerfile, Optional<String> ignore) throws PlanException;
    }

    VariantSearch(Trials trials, History history, HeadFiles head) {
        this.trials = trials;
        this.history = history;
        this.head = head;
    }

    /** Each good move alone, the ignore file's additions, and all of them together. */
    List<Variant> run(Trial today) {
        List<Variant> variants = new ArrayList<>();
        double least = today.seconds() * LEAST;
        for (Move move : moves(today, least)) {
            Trial trial = tried(move.dockerfile(), today.ignore());
            if (trial != null && today.seconds() - trial.seconds() >= least) {
                variants.add(Variant.ofDockerfile(move.rule(), move.description(), move.safe(), move.dockerfile()));
            }
        }
        Trial best = search(today, least);
        Optional<String> ignore = IgnoreAdditions.of(best, history, head);
        Trial ignored = ignore.isEmpty() ? null : tried(best.dockerfile(), ignore);
        boolean ignoring = ignored != null && best.seconds() - ignored.seconds() >= least;
        if (ignoring) {
            variants.add(Variant.ofIgnoreFile(
                    "ignore-unread", "Do not send what a build hardly reads", false, ignore.orElseThrow()));
        }
        if (taken.size() + (ignoring ? 1 : 0) > 1) {
            boolean safe = !ignoring && taken.stream().allMatch(Move::safe);
            variants.add(new Variant(
                    "all",
                    "All of these together",
                    safe,
                    Optional.of(best.dockerfile()),
                    ignoring ? ignore : Optional.empty()));
        }
        return variants;
    }

    private List<Move> moves(Trial trial, double least) {
        List<Move> moves = new ArrayList<>(new ManifestSplit(trial, history, head, least).moves());
        moves.addAll(OrderMoves.of(trial, history, least));
        return moves;
    }

    private Trial search(Trial today, double least) {
        Trial best = today;
        for (int round = 0; round < MOST_MOVES; round++) {
            @Nullable Move chosen = null;
            @Nullable Trial better = null;
            for (Move move : moves(best, least)) {
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
