package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts the instructions of a file into build stages (BuildKit {@code instructions.Parse}). */
final class Stages {
    private final List<Arg> globalArgs = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Instruction> current = new ArrayList<>();
    private @Nullable From from;

    private Stages() {}

    static Stages of(List<Instruction> instructions, Problems problems) {
        Stages stages = new Stages();
        boolean anyFrom = false;
        for (Instruction instruction : instructions) {
            if (instruction.name().equals(Keyword.FROM.name())) {
                anyFrom = true;
                stages.finishStage();
                stages.from = instruction instanceof From opened ? opened : null;
            } else if (stages.from != null) {
                stages.current.add(instruction);
            } else if (!anyFrom) {
                stages.addGlobal(instruction, problems);
            }
        }
        stages.finishStage();
        if (instructions.isEmpty()) {
            problems.error(new SourceRange(0, 0), "this file has no instructions; a FROM is expected");
        } else if (!anyFrom && problems.errors() == 0) {
            SourceRange first = instructions.get(0).range();
            problems.error(first, "this file has no FROM, so there is no stage to build");
        }
        return stages;
    }

    private void addGlobal(Instruction instruction, Problems problems) {
        if (instruction instanceof Arg arg) {
            globalArgs.add(arg);
        } else if (!(instruction instanceof Invalid)) {
            problems.error(
                    instruction.syntax().keyword().range(),
                    instruction.name() + " stands in front of the first FROM, where only ARG can");
        }
    }

    private void finishStage() {
        if (from != null) {
            Word alias = from.alias();
            String name = alias == null ? null : Keyword.lowerCase(alias.text());
            stages.add(new Stage(stages.size(), name, from, current));
            current.clear();
            from = null;
        }
    }

    List<Arg> globalArgs() {
        return globalArgs;
    }

    List<Stage> stages() {
        return stages;
    }
}
