package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * Opens a build stage.
 *
 * @param base the image or the earlier stage to start from
 * @param platform the value of {@code --platform}; null when absent or empty
 * @param alias the word behind {@code AS} as written; null when absent
 */
public record From(
        Syntax syntax,
        Word base,
        @Nullable Word platform,
        @Nullable Word alias) implements Instruction {}
