package dev.varve.engine.build;

import dev.varve.plan.BuildPlan;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.time.Duration;

/** Hears what a build does, from several threads. */
public interface BuildListener {
    /** Hears nothing. */
    BuildListener NONE = new BuildListener() {};

    /** It is known now what there is to do; the images that the build begins with are there. */
    default void planned(BuildPlan plan) {}

    /** An instruction changes the configuration only. */
    default void configured(StagePlan stage, Step step) {}

    default void cached(StagePlan stage, Step step) {}

    default void started(StagePlan stage, Step step) {}

    default void finished(StagePlan stage, Step step, Duration took) {}

    /** What a step's process printed, on either stream. */
    default void output(StagePlan stage, Step step, byte[] bytes) {}

    /** Something that the user should know, and that does not stop the build. */
    default void warning(String message) {}
}
