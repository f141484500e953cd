package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A RUN below a copy that it does not read and could stand above.
 *
 * @param run the step that runs again for nothing
 * @param copy the first of the copies that it can go in front of
 * @param along what has to go in front with it: the RUNs between that can go too
 */
record Stranded(Run run, Instruction copy, List<Instruction> along) {

    /** Those of a stage below copies of one sort. */
    static List<Stranded> in(StageView view, Predicate<Instruction> copies) {
        List<Stranded> found = new ArrayList<>();
        for (Instruction instruction : view.instructions()) {
            if (instruction instanceof Run run) {
                find(view, run, copies, found).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Stranded> find(
            StageView view, Run run, Predicate<Instruction> copies, List<Stranded> before) {
        return view.instructions().stream()
                .takeWhile(instruction -> instruction != run)
                .filter(copies)
                .flatMap(copy -> above(view, run, copy, before).stream())
                .findFirst();
    }

    private static Optional<Stranded> above(StageView view, Run run, Instruction copy, List<Stranded> before) {
        Movement movement = view.movement();
        List<Instruction> along = new ArrayList<>();
        List<Instruction> passed = new ArrayList<>(List.of(copy));
        passed.addAll(view.between(copy, run));
        for (Instruction instruction : passed) {
            boolean moves = before.stream().anyMatch(other -> other.run == instruction && other.copy == copy);
            if (moves) {
                along.add(instruction);
            } else if (movement.between(instruction, run).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Stranded(run, copy, along));
    }
}
