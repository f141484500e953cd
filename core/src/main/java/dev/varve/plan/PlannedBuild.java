package dev.varve.plan;

/** One state of a project, ready to build: the plan and the files. */
public record PlannedBuild(BuildPlan plan, Contexts contexts) {}
