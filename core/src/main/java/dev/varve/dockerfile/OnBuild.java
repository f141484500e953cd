package dev.varve.dockerfile;

/**
 * Keeps an instruction for the builds that use this image as their base.
 *
 * @param trigger the kept instruction; {@link Invalid} where those builds would refuse it, since BuildKit looks at it only then
 * @param expression the text that goes into the image config, heredocs included
 */
public record OnBuild(Syntax syntax, Instruction trigger, String expression) implements Instruction {}
