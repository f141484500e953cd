package dev.varve.dockerfile;

/** Sets the signal that stops the container. */
public record StopSignal(Syntax syntax, Word signal) implements Instruction {}
