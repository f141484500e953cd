package dev.varve.plan;

/**
 * One state of a project, ready to build.
 *
 * @param plan what is done
 * @param contexts the files it is done with; those that the plan does not read may be left out
 */
public record PlannedBuild(BuildPlan plan, Contexts contexts) {}
