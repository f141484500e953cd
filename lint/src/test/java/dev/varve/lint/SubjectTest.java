package dev.varve.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.layers.Heat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rules can ask about stages and their RUNs. */
class SubjectTest {
    private static final String TEXT = """
            FROM a AS base
            FROM b AS build
            RUN make
            FROM base AS tests
            RUN --mount=type=bind,from=assets,target=/x make check
            FROM c AS assets
            FROM Base
            COPY --from=build /x /x
            ONBUILD RUN ["sh", "-c", "make install"]
            """;

    private final Dockerfile file = Dockerfile.parse("Dockerfile", TEXT);
    private final Subject subject =
            new Subject(file, Optional.empty(), Settings.defaults(), KnownImages.NONE, Heat.BY_KIND);

    @Test
    void layers_are_shipped_where_a_stage_is_last_or_unused_or_the_base_of_such() {
        assertThat(file.stages())
                .filteredOn(subject::isShipped)
                .map(Stage::index)
                .containsExactly(0, 2, 3, 4);
    }

    @Test
    void a_stage_is_built_for_itself_where_no_other_uses_it() {
        assertThat(file.stages()).filteredOn(subject::isLeaf).map(Stage::index).containsExactly(2, 3, 4);
    }

    @Test
    void a_stage_has_the_stages_it_starts_from() {
        assertThat(subject.lineage(file.stages().get(4))).map(Stage::index).containsExactly(4, 0);
        assertThat(subject.parent(file.stages().get(1))).isEmpty();
    }

    @Test
    void every_run_has_its_script_those_of_onbuild_too() {
        assertThat(subject.runs())
                .map(run -> run.script().commands().get(0).name() + " " + run.isShellForm())
                .containsExactly("make true", "make true", "sh false");
    }
}
