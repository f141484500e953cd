package dev.varve.junit;

import dev.varve.engine.BuildResult;
import java.util.Optional;

/**
 * An image, and how it came to be.
 *
 * @param build empty for one that was there
 * @param log what its build did
 */
record BuiltImage(dev.varve.engine.Image image, Optional<BuildResult> build, String log) {}
