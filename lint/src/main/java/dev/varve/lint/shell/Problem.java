package dev.varve.lint.shell;

import dev.varve.dockerfile.SourceRange;

/**
 * Why a script is not one that a shell would take.
 *
 * @param range where it was noticed
 * @param message what was expected
 */
public record Problem(SourceRange range, String message) {}
