package dev.varve.plan;

import java.util.List;

/**
 * What the cache knows a step by.
 *
 * @param definition the hexadecimal SHA-256 of what it does
 * @param dependencies what it is given
 */
record StepKey(String definition, List<Dependency> dependencies) {}
