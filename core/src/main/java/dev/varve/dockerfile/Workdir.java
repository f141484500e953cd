package dev.varve.dockerfile;

/** Sets the working directory. */
public record Workdir(Syntax syntax, Word path) implements Instruction {}
