package dev.varve.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * A variable declared by ARG.
 *
 * @param name unexpanded
 * @param defaultValue unexpanded; null without {@code =}
 * @param range the whole declaration in the source
 */
public record ArgDeclaration(String name, @Nullable Word defaultValue, SourceRange range) {}
