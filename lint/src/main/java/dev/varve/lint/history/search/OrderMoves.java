package dev.varve.lint.history.search;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.history.git.History;
import dev.varve.lint.movement.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what ran in vain in front of what made it run, where that may be. */
final class OrderMoves {
    private static final int LONGEST_QUOTE = 50;

    private OrderMoves() {}

    /** Every single move that may save so many seconds. */
    static List<Move> of(Trial trial, History history, double least) {
        Dockerfile file = trial.setup().plan().dockerfile();
        List<Move> moves = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Movement movement = trial.movement(stage, history);
            for (Instruction instruction : stage.instructions()) {
                boolean movable = instruction instanceof Run || instruction instanceof Copy;
                if (movable && trial.vain(instruction) > 0) {
                    move(file, stage, new Ascent(movement, trial, instruction), trial, least)
                            .ifPresent(moves::add);
                }
            }
        }
        return moves;
    }

    /** In front of the first of the instructions that it may pass which changes more often than it. */
    private static Optional<Move> move(Dockerfile file, Stage stage, Ascent ascent, Trial trial, double least) {
        Instruction moved = ascent.moved();
        Optional<Move> best = Optional.empty();
        for (Instruction above : Ascent.above(stage, moved)) {
            if (!ascent.pass(above)) {
                break;
            }
            if (trial.changes(above) > trial.changes(moved) && ascent.isWorthIt() && ascent.secondsInVain() >= least) {
                String edited = ascent.moveBefore(above, new TextEdits(file)).apply();
                best = Optional.of(new Move(
                        "reorder",
                        "Put " + quote(moved) + " in front of " + quote(above),
                        ascent.isSafe(),
                        withoutGaps(file, edited)));
            }
        }
        return best;
    }

    /** Where blank lines stood on both sides of what is moved away, one is enough. */
    static String withoutGaps(Dockerfile file, String edited) {
        return file.text().contains("\n\n\n") ? edited : edited.replaceAll("\n{3,}", "\n\n");
    }

    static String quote(Instruction instruction) {
        String text = instruction.syntax().original().strip().replaceAll("\\s+", " ");
        return "`" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE - 1) + "…" : text) + "`";
    }
}
