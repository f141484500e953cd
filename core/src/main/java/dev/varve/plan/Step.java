package dev.varve.plan;

import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.OnBuild;
import dev.varve.image.HistoryEntry;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One instruction of a stage, with everything expanded. Two steps are equal only where they are the same one.
 */
public final class Step {
    private static final String HISTORY_COMMENT = "buildkit.dockerfile.v0";

    private final int stage;
    private final Instruction instruction;
    private final int line;
    private final String text;
    private final String effect;
    private final SortedMap<String, Optional<String>> variables;
    private final Optional<Operation> operation;

    Step(
            int stage,
            Instruction instruction,
            int line,
            String text,
            String effect,
            SortedMap<String, Optional<String>> variables,
            Optional<Operation> operation) {
        this.stage = stage;
        this.instruction = instruction;
        this.line = line;
        this.text = text;
        this.effect = effect;
        this.variables = Collections.unmodifiableSortedMap(variables);
        this.operation = operation;
    }

    /** The index of its stage in the Dockerfile, from 0. */
    public int stage() {
        return stage;
    }

    /** The instruction as it is written; for a trigger, the instruction after {@code ONBUILD}. */
    public Instruction instruction() {
        return instruction;
    }

    /** The line of the Dockerfile; for a trigger, that of the FROM that sets it off. */
    public int line() {
        return line;
    }

    /** The instruction on one line, as it is written: {@code COPY . .}; a trigger begins with {@code ONBUILD}. */
    public String text() {
        return text;
    }

    /** The instruction with its variables expanded, as {@code docker history} shows it. */
    public String effect() {
        return effect;
    }

    /**
     * What it adds to the image's history; when that was is for the builder to say. Empty for {@code FROM}, whose history
     * is that of its image, and for {@code ONBUILD}, which leaves none.
     */
    public Optional<HistoryEntry> history() {
        if (instruction instanceof From || instruction instanceof OnBuild) {
            return Optional.empty();
        }
        return Optional.of(new HistoryEntry(Optional.empty(), effect, "", HISTORY_COMMENT, operation.isEmpty()));
    }

    /**
     * The variables that its words refer to, by name, each with its value where it is set. The variables that a RUN passes to
     * its process are in {@link Exec#environment()}.
     */
    public SortedMap<String, Optional<String>> variables() {
        return variables;
    }

    /** What it does to the file system; empty where it changes the configuration only. */
    public Optional<Operation> operation() {
        return operation;
    }

    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
