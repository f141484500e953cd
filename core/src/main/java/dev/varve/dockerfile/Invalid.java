package dev.varve.dockerfile;

/** An instruction that BuildKit refuses; the diagnostics say why. */
public record Invalid(Syntax syntax) implements Instruction {}
