package dev.varve.rules.cache;

import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Flag;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Reads;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands below a copy of hot files, has nothing to do with them and may go in front of it.
 *
 * @param movable in the order of the file: copies of what seldom changes, and installs that read nothing else
 * @param passed what stays behind and that they go in front of, the hot copy among it
 * @param bytes how much of the build context those copies take; 0 where it is not known
 */
record ColdBelow(Instruction hot, List<Instruction> movable, List<Instruction> passed, long bytes) {
    /** What a copy of the context has to take to be worth a word for itself. */
    private static final long MUCH = 1 << 20;

    static ColdBelow of(Subject subject, StageView view, Instruction hot) {
        List<Instruction> passed = new ArrayList<>(List.of(hot));
        List<Instruction> along = new ArrayList<>();
        for (Instruction instruction : view.behind(hot)) {
            boolean candidate = isCold(view, subject.heat(), instruction) || isInstall(subject, view, instruction);
            boolean free = passed.stream()
                    .allMatch(
                            other -> view.movement().between(other, instruction).isEmpty());
            if (candidate && free) {
                along.add(instruction);
            } else {
                passed.add(instruction);
            }
        }
        int lastRun = -1;
        for (int i = 0; i < along.size(); i++) {
            lastRun = along.get(i) instanceof Run ? i : lastRun;
        }
        List<Instruction> worth = new ArrayList<>();
        for (int i = 0; i < along.size(); i++) {
            if (i <= lastRun || isCostly(view, along.get(i))) {
                worth.add(along.get(i));
            }
        }
        boolean copies = worth.stream().anyMatch(instruction -> !(instruction instanceof Run));
        return new ColdBelow(
                hot,
                copies ? worth : List.of(),
                passed,
                worth.stream().mapToLong(one -> bytes(view, one)).sum());
    }

    private static boolean isCold(StageView view, Heat heat, Instruction instruction) {
        boolean linked = instruction.syntax().flag("link") != null;
        if (!(instruction instanceof Copy || instruction instanceof Add) || linked) {
            return false;
        }
        Optional<ContextCopy> copy = view.copy(instruction);
        var sources = StageSource.of(view, instruction);
        return copy.isPresent()
                ? copy.get().heat(heat) <= Heat.HOT
                : !sources.isEmpty()
                        && sources.stream().allMatch(source -> StageSource.heat(view, heat, source) <= Heat.HOT);
    }

    private static boolean isInstall(Subject subject, StageView view, Instruction instruction) {
        return instruction instanceof Run run
                && view.movement().reads(run) instanceof Reads.Manifests
                && !Quick.is(subject.script(run));
    }

    private static boolean isCostly(StageView view, Instruction instruction) {
        return view.copy(instruction).isEmpty() || bytes(view, instruction) >= MUCH;
    }

    private static long bytes(StageView view, Instruction instruction) {
        return view.copy(instruction).map(ContextCopy::bytes).orElse(0L);
    }

    /** The installs among it. */
    List<Instruction> runs() {
        return movable.stream().filter(Run.class::isInstance).toList();
    }

    /** Whether folders that the copies make are made with the same owner and rights, whichever comes first. */
    boolean sameOwners() {
        List<Instruction> stay = passed.stream()
                .takeWhile(instruction ->
                        instruction.line() < movable.get(movable.size() - 1).line())
                .toList();
        return Stream.concat(movable.stream(), stay.stream())
                .filter(instruction -> instruction instanceof Copy || instruction instanceof Add)
                .allMatch(copy -> Objects.equals(flag(copy, "chown"), flag(hot, "chown"))
                        && Objects.equals(flag(copy, "chmod"), flag(hot, "chmod")));
    }

    private static @Nullable String flag(Instruction instruction, String name) {
        Flag flag = instruction.syntax().flag(name);
        return flag == null || flag.value() == null ? null : flag.value().text();
    }
}
