package dev.varve.lint;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Stage;
import java.util.Optional;

/**
 * An instruction and where it stands.
 *
 * @param instruction the instruction; the trigger where it stands in an ONBUILD
 * @param stage its stage, which it is the FROM of or stands in; empty in front of the first FROM
 * @param onBuild whether it is kept for the builds of other images
 */
public record Placed(Instruction instruction, Optional<Stage> stage, boolean onBuild) {}
