package dev.varve.engine.build;

import dev.varve.image.Digest;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step failed; the message says why, without where. */
public final class StepFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient StagePlan stage;
    private final transient Step step;
    private final int exitCode;
    private final String output;
    private transient Optional<Digest> imageBefore = Optional.empty();

    StepFailedException(
            StagePlan stage, Step step, String message, int exitCode, String output, @Nullable Throwable cause) {
        super(message, cause);
        this.stage = stage;
        this.step = step;
        this.exitCode = exitCode;
        this.output = output;
    }

    public StagePlan stage() {
        return stage;
    }

    public Step step() {
        return step;
    }

    /** Of its process; 0 where it failed otherwise. */
    public int exitCode() {
        return exitCode;
    }

    /** The end of what its process printed. */
    public String output() {
        return output;
    }

    /** The id of an image of what was there before the step, where one was kept. */
    public Optional<Digest> imageBefore() {
        return imageBefore;
    }

    void keptBefore(Digest image) {
        imageBefore = Optional.of(image);
    }
}
