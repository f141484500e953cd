package dev.varve.lint.history;

import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.lint.movement.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what ran in vain in front of what made it run, where that may be. */
final class OrderMoves {
    private static final int LONGEST_QUOTE = 50;

    private OrderMoves() {}

    /** Every single move that may save something. */
    static List<Move> of(Trial trial) {
        Dockerfile file = trial.setup().plan().dockerfile();
        List<Move> moves = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Movement movement = Movement.in(stage);
            for (Instruction instruction : stage.instructions()) {
                boolean movable = instruction instanceof Run || instruction instanceof Copy;
                int vain = trial.of(instruction).map(ReplayedStep::avoidable).orElse(0);
                if (movable && vain > 0) {
                    anchor(stage, movement, instruction, trial)
                            .ifPresent(anchor -> moves.add(move(file, instruction, anchor)));
                }
            }
        }
        return moves;
    }

    /** The first of the instructions that it may pass which changes more often than it. */
    private static Optional<Instruction> anchor(Stage stage, Movement movement, Instruction moved, Trial trial) {
        List<Instruction> all = stage.instructions();
        int own = changes(moved, trial);
        Optional<Instruction> anchor = Optional.empty();
        for (int i = all.indexOf(moved) - 1; i >= 0; i--) {
            if (movement.between(all.get(i), moved).isPresent()) {
                break;
            }
            if (changes(all.get(i), trial) > own) {
                anchor = Optional.of(all.get(i));
            }
        }
        return anchor;
    }

    private static int changes(Instruction instruction, Trial trial) {
        return trial.of(instruction)
                .map(step -> step.reruns() - step.avoidable())
                .orElse(0);
    }

    private static Move move(Dockerfile file, Instruction moved, Instruction anchor) {
        TextEdits edits = new TextEdits(file).moveBefore(moved, anchor);
        closeGap(file, moved, edits);
        return new Move("reorder", "Put " + quote(moved) + " in front of " + quote(anchor), true, edits.apply());
    }

    /** Where blank lines stood on both sides of what is moved away, one is enough. */
    static void closeGap(Dockerfile file, Instruction moved, TextEdits edits) {
        String text = file.text();
        int start = text.lastIndexOf('\n', Math.max(0, moved.range().start() - 1)) + 1;
        int end = text.indexOf('\n', moved.range().end()) + 1;
        boolean blankBefore = moved.syntax().comments().isEmpty() && text.startsWith("\n\n", start - 2);
        if (blankBefore && end > 0 && text.startsWith("\n", end)) {
            edits.delete(new SourceRange(end, end + 1));
        }
    }

    static String quote(Instruction instruction) {
        String text = instruction.syntax().original().strip().replaceAll("\\s+", " ");
        return "`" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE - 1) + "…" : text) + "`";
    }
}
