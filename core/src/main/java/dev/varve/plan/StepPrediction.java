package dev.varve.plan;

import java.util.Optional;

/**
 * What becomes of one instruction.
 *
 * @param stage the stage it belongs to
 * @param step the instruction
 * @param isStep whether the cache model has a step for it; it is otherwise part of the configuration, and a hit
 * @param status what becomes of it
 * @param cause why it is no hit, or what of the configuration changes; empty where nothing does
 */
public record StepPrediction(StagePlan stage, Step step, boolean isStep, Status status, Optional<Cause> cause) {}
