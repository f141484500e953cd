package dev.varve.lint.history.search;

import dev.varve.dockerfile.Arg;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.dockerfile.TextEdits;
import dev.varve.dockerfile.Word;
import dev.varve.dockerfile.Workdir;
import dev.varve.lint.movement.Movement;
import dev.varve.lint.movement.Reads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** An instruction on its way up in its stage. What it needs and changes as seldom comes along. */
final class Ascent {
    private static final Pattern TOOL = Pattern.compile(
            "(?i)RUN\\s+npm (install|i) (-g|--global)( \"?(?!npm|pnpm|yarn|bun|corepack|node)[\\w@/.^~-]+\"?)+\\s*");

    private final Movement movement;
    private final Trial trial;
    private final List<Instruction> party = new ArrayList<>();
    private boolean safe = true;

    Ascent(Movement movement, Trial trial, Instruction moved) {
        this.movement = movement;
        this.trial = trial;
        party.add(moved);
    }

    /** Takes the next instruction above: passes it or takes it along; false where neither can be. */
    boolean pass(Instruction above) {
        if (isFree(above)) {
            return true;
        }
        boolean joins = (above instanceof Run run && !(movement.reads(run) instanceof Reads.Anything))
                || above instanceof Copy
                || above instanceof Env
                || above instanceof Arg
                || above instanceof Workdir;
        if (!joins || trial.changes(above) > trial.changes(moved())) {
            return false;
        }
        party.add(0, above);
        return true;
    }

    /** Whether everything on the way may go in front of an instruction. */
    boolean isFree(Instruction above) {
        boolean free = party.stream().allMatch(member -> isFree(above, member) && !trial.feeds(above, member));
        safe &= !free
                || party.stream()
                        .allMatch(member -> movement.between(above, member).isEmpty());
        return free;
    }

    private boolean isFree(Instruction above, Instruction member) {
        return movement.between(above, member).isEmpty()
                || isToolBehindInstall(above, member)
                || isOtherWorld(above, member);
    }

    /** An install of what manifests say, and another by a manager that knows nothing of it, or that one's manifests. */
    private boolean isOtherWorld(Instruction above, Instruction member) {
        if (!(above instanceof Run one)
                || !(movement.reads(one) instanceof Reads.Manifests first)
                || !first.named().isEmpty()) {
            return false;
        }
        if (member instanceof Run other) {
            return movement.reads(other) instanceof Reads.Manifests second && first.isForeignTo(second);
        }
        return member instanceof Copy copy
                && copy.from() == null
                && copy.inlineSources().isEmpty()
                && copy.sources().stream()
                        .map(Word::text)
                        .allMatch(source -> Reads.Manifests.isManifest(source) && !first.includes(source));
    }

    /** A program for everybody has nothing to do with a project's dependencies, unless it installs those. */
    private boolean isToolBehindInstall(Instruction above, Instruction member) {
        return above instanceof Run install
                && movement.reads(install) instanceof Reads.Manifests
                && member instanceof Run tool
                && TOOL.matcher(tool.syntax().original()).matches();
    }

    /** Whether the image surely stays the same. */
    boolean isSafe() {
        return safe;
    }

    /** Whether everything on the way but what it began with may go in front of an instruction. */
    boolean isFreeButForLast(Instruction above) {
        return party.stream()
                .filter(member -> member != moved())
                .allMatch(member -> movement.between(above, member).isEmpty() && !trial.feeds(above, member));
    }

    /** Whether it is the one that began whose moving saves most; what comes along may go on its own else. */
    boolean isWorthIt() {
        return party.stream().allMatch(member -> trial.secondsInVain(member) <= trial.secondsInVain(moved()));
    }

    /** The most that moving them can save. */
    double secondsInVain() {
        return party.stream().mapToDouble(trial::secondsInVain).sum();
    }

    /** Puts them in front of an instruction. */
    TextEdits moveBefore(Instruction anchor, TextEdits edits) {
        TextEdits moved = edits;
        for (Instruction member : party) {
            moved = moved.moveBefore(member, anchor);
        }
        return moved;
    }

    /** What it began with. */
    Instruction moved() {
        return party.get(party.size() - 1);
    }

    /** What is above an instruction, the nearest first. */
    static List<Instruction> above(Stage stage, Instruction instruction) {
        List<Instruction> above = new ArrayList<>(stage.instructions().stream()
                .takeWhile(each -> each != instruction)
                .toList());
        Collections.reverse(above);
        return above;
    }
}
