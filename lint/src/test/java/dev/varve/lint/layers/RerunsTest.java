package dev.varve.lint.layers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Instruction;
import dev.varve.plan.BuildOptions;
import dev.varve.plan.BuildPlan;
import dev.varve.plan.CacheModel;
import dev.varve.plan.PlanException;
import dev.varve.plan.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerunsTest {
    private static final Dockerfile DOCKERFILE = Dockerfile.parse("Dockerfile", """
            FROM node:22 AS build
            ARG GIT_SHA=1
            COPY package.json ./
            RUN npm ci
            COPY . .
            RUN npm run build
            FROM nginx
            RUN apt-get update
            COPY --link conf /conf
            COPY --from=build /dist /srv
            """);

    @Test
    void a_changed_file_runs_its_copy_and_what_stands_on_it_again() throws PlanException {
        assertThat(lines(reruns().afterFiles(instruction(3)))).containsExactly(5, 6, 10);
    }

    @Test
    void a_linked_copy_runs_alone_and_what_lies_on_it_is_kept_apart() throws PlanException {
        Instruction linked = DOCKERFILE.stages().get(1).instructions().get(1);
        assertThat(lines(reruns().afterFiles(linked))).startsWith(9);
    }

    @Test
    void a_changed_argument_runs_every_later_run_of_its_stage_again() throws PlanException {
        assertThat(lines(reruns().afterArgument("GIT_SHA"))).contains(4, 6).doesNotContain(3, 8);
    }

    @Test
    void in_the_classic_chain_a_changed_variable_runs_the_copies_below_it_again_too() throws PlanException {
        Dockerfile file = Dockerfile.parse("Dockerfile", """
                FROM nginx
                ARG VERSION=1
                ENV VERSION=$VERSION
                COPY . /srv
                """);
        BuildPlan plan = BuildPlan.of(file, BuildOptions.defaults());
        assertThat(lines(new Reruns(plan, CacheModel.BUILDKIT).afterArgument("VERSION")))
                .isEmpty();
        assertThat(lines(new Reruns(plan, CacheModel.CLASSIC).afterArgument("VERSION")))
                .contains(3, 4);
    }

    @Test
    void in_the_classic_chain_a_linked_copy_runs_everything_below_it_again() throws PlanException {
        Dockerfile file = Dockerfile.parse("Dockerfile", """
                FROM nginx
                COPY . /srv
                COPY --link conf /conf
                """);
        Instruction sources = file.stages().get(0).instructions().get(0);
        BuildPlan plan = BuildPlan.of(file, BuildOptions.defaults());
        assertThat(lines(new Reruns(plan, CacheModel.BUILDKIT).afterFiles(sources)))
                .containsExactly(2);
        assertThat(lines(new Reruns(plan, CacheModel.CLASSIC).afterFiles(sources)))
                .containsExactly(2, 3);
    }

    private static Reruns reruns() throws PlanException {
        return new Reruns(BuildPlan.of(DOCKERFILE, BuildOptions.defaults()), CacheModel.BUILDKIT);
    }

    private static Instruction instruction(int index) {
        return DOCKERFILE.stages().get(0).instructions().get(index);
    }

    private static List<Integer> lines(List<Step> steps) {
        return steps.stream().map(Step::line).toList();
    }
}
