package dev.varve.lint.history.replay;

import dev.varve.lint.history.cost.StepCosts;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.CacheModel;

/**
 * How a history is replayed.
 *
 * @param model whose cache
 * @param policy what the cache holds
 * @param asCommitted whether each commit is built with its own Dockerfile and ignore file, rather than the last commit's
 * @param build what else a build is given
 * @param costs how long steps take
 */
public record ReplayOptions(
        CacheModel model, CachePolicy policy, boolean asCommitted, BuildOptions build, StepCosts costs) {

    /** BuildKit's cache with everything in it, today's Dockerfile, no build arguments, estimated times. */
    public static ReplayOptions defaults() {
        return new ReplayOptions(
                CacheModel.BUILDKIT, CachePolicy.ALL, false, BuildOptions.defaults(), StepCosts.estimated());
    }

    public ReplayOptions withModel(CacheModel whose) {
        return new ReplayOptions(whose, policy, asCommitted, build, costs);
    }

    public ReplayOptions withPolicy(CachePolicy holds) {
        return new ReplayOptions(model, holds, asCommitted, build, costs);
    }

    public ReplayOptions asCommitted(boolean each) {
        return new ReplayOptions(model, policy, each, build, costs);
    }

    public ReplayOptions withBuild(BuildOptions options) {
        return new ReplayOptions(model, policy, asCommitted, options, costs);
    }

    public ReplayOptions withCosts(StepCosts known) {
        return new ReplayOptions(model, policy, asCommitted, build, known);
    }
}
