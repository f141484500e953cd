package dev.varve.dockerfile;

/** Names the author; deprecated in favour of a label. */
public record Maintainer(Syntax syntax, Word maintainer) implements Instruction {}
