package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.plan.CopyFiles;
import dev.varve.plan.Exec;
import dev.varve.plan.MakeFolder;
import dev.varve.plan.Operation;
import dev.varve.plan.Source;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Makes what one step makes. */
final class StepRunner {
    private final CopyStep copies;
    private final RunStep runs;
    private final BuildListener listener;

    StepRunner(CopyStep copies, RunStep runs, BuildListener listener) {
        this.copies = copies;
        this.runs = runs;
        this.listener = listener;
    }

    /** The layers of a build context that a stage begins with. */
    List<Digest> layOut(Source.Context context) throws IOException {
        return List.of(copies.layOut(context));
    }

    /**
     * Runs a step whose sources are done.
     *
     * @param below the diff IDs of the file system that it changes
     * @return the diff ID of the layer that it made
     */
    Digest run(StagePlan stage, Step step, List<Digest> below) throws IOException, InterruptedException {
        Operation operation = step.operation()
                .orElseThrow(() -> new IllegalArgumentException("changes the configuration only: " + step));
        if (operation instanceof Exec exec) {
            return runs.run(stage, step, exec, below);
        }
        Consumer<String> warnings = message -> listener.warning("line " + step.line() + ": " + message);
        return operation instanceof CopyFiles copy
                ? copies.run(copy, below, warnings)
                : copies.run((MakeFolder) operation, below, warnings);
    }
}
