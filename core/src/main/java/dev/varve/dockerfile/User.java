package dev.varve.dockerfile;

/** Sets the user, and with {@code user:group} the group. */
public record User(Syntax syntax, Word user) implements Instruction {}
