package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.context.BuildContext;
import dev.varve.context.ContentHash;
import dev.varve.context.InMemoryContext;
import dev.varve.context.Selector;
import dev.varve.dockerfile.Dockerfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cache that knows contexts by keys alone decides as one that has the files. */
class KeyedBuildTest {
    private static final Dockerfile DOCKERFILE = Dockerfile.parse("Dockerfile", """
            FROM node AS build
            COPY package.json ./
            RUN npm ci
            COPY . .
            RUN npm run build
            FROM nginx
            COPY --link conf /conf
            COPY --from=build /dist /srv
            """);

    @ParameterizedTest
    @EnumSource(CacheModel.class)
    void keys_give_what_files_give(CacheModel model) throws Exception {
        BuildPlan plan = plan();
        LayerCache byFiles = LayerCache.ofNewResults(model);
        LayerCache byKeys = LayerCache.ofNewResults(model);
        List<BuildContext> states = List.of(
                state("1", "1", "1"),
                state("1", "2", "1"),
                state("2", "2", "1"),
                state("2", "2", "2"),
                state("1", "1", "1"));
        for (BuildContext state : states) {
            CachedBuild files = byFiles.build(new PlannedBuild(plan, Contexts.of(state)));
            CachedBuild keys = byKeys.build(plan, keys(state));
            assertThat(statuses(plan, keys)).isEqualTo(statuses(plan, files));
        }
    }

    @Test
    void what_runs_again_is_taken_to_leave_something_new() throws Exception {
        LayerCache cache = LayerCache.ofNewResults(CacheModel.BUILDKIT);
        BuildPlan plan = plan();
        cache.build(plan, keys(state("1", "1", "1")));
        assertThat(statuses(plan, cache.build(plan, keys(state("1", "2", "1")))))
                .containsExactly("HIT", "HIT", "HIT", "MISS", "MISS", "HIT", "HIT", "MISS");
    }

    @Test
    void an_earlier_state_is_still_in_the_cache() throws Exception {
        LayerCache cache = LayerCache.ofNewResults(CacheModel.BUILDKIT);
        BuildPlan plan = plan();
        cache.build(plan, keys(state("1", "1", "1")));
        cache.build(plan, keys(state("2", "2", "2")));
        assertThat(statuses(plan, cache.build(plan, keys(state("1", "1", "1")))))
                .containsOnly("HIT");
    }

    @Test
    void what_the_last_builds_did_not_use_can_be_forgotten() throws Exception {
        LayerCache cache = LayerCache.ofNewResults(CacheModel.BUILDKIT);
        BuildPlan plan = plan();
        cache.build(plan, keys(state("1", "1", "1")));
        cache.build(plan, keys(state("1", "2", "1")));
        cache.keepLast(1);
        assertThat(statuses(plan, cache.build(plan, keys(state("1", "1", "1")))))
                .containsExactly("HIT", "HIT", "HIT", "MISS", "MISS", "HIT", "HIT", "MISS");
    }

    private static BuildPlan plan() throws PlanException {
        return BuildPlan.of(DOCKERFILE, BuildOptions.defaults());
    }

    private static BuildContext state(String manifest, String source, String configuration) {
        return InMemoryContext.builder()
                .file("package.json", manifest)
                .file("src/a.js", source)
                .file("conf/nginx.conf", configuration)
                .build();
    }

    private static ContextKeys keys(BuildContext state) {
        ContentHash hash = new ContentHash(state);
        return (step, context) -> hash.of(selectors(step, context)).digest();
    }

    private static List<Selector> selectors(Step step, Source.Context context) {
        return step.operation().orElseThrow().inputs().stream()
                .filter(input -> input.source().equals(context))
                .findFirst()
                .orElseThrow()
                .selectors();
    }

    private static List<String> statuses(BuildPlan plan, CachedBuild build) {
        return plan.steps().stream()
                .map(step -> build.status(step).map(Status::name).orElse("-"))
                .toList();
    }
}
