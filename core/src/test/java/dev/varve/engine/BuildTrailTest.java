package dev.varve.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.build.BuildListener;
import dev.varve.engine.build.BuildTrail;
import dev.varve.engine.build.StepOutcome;
import dev.varve.plan.Cause;
import dev.varve.plan.StagePlan;
import dev.varve.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds of a trail are told what its own builds left, whatever others have left in the store. */
class BuildTrailTest {
    private static final String TWO_COPIES = "FROM scratch\nCOPY a.txt /\nCOPY b.txt /\n";

    /** The second stage copies what does not change when {@code note.txt} does. */
    private static final String TWO_STAGES = """
            FROM scratch AS made
            COPY note.txt /
            COPY a.txt /out/
            FROM scratch
            COPY --from=made /out /out
            """;

    @TempDir
    Path folder;

    private final List<String> made = new ArrayList<>();
    private Path context;
    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        context = Files.createDirectory(folder.resolve("context"));
        engine = Engine.open(folder.resolve("store"));
        file("a.txt", "a");
        file("b.txt", "b");
        file("note.txt", "1");
    }

    @AfterEach
    void close() throws IOException {
        engine.close();
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(context.resolve(name), content);
    }

    private BuildRequest request(String dockerfile) throws IOException {
        file("Dockerfile", dockerfile);
        made.clear();
        return engine.build(context).listener(new BuildListener() {
            @Override
            public void started(StagePlan stage, Step step) {
                made.add(step.text());
            }
        });
    }

    private static List<String> told(BuildResult result) {
        return result.steps().stream()
                .filter(step -> step.status() != StepOutcome.Status.EMPTY)
                .map(step -> step.status() + " " + step.step().text()
                        + step.cause().map(Cause::text).map(text -> ": " + text).orElse(""))
                .toList();
    }

    @Test
    void what_others_have_built_is_told_as_run_but_is_not_made_again() throws Exception {
        BuildResult others = request(TWO_COPIES).run();

        BuildResult first = request(TWO_COPIES).following(new BuildTrail()).run();

        assertThat(told(first)).containsExactly("EXECUTED COPY a.txt /", "EXECUTED COPY b.txt /");
        assertThat(made).isEmpty();
        assertThat(first.image()).isEqualTo(others.image());
    }

    @Test
    void what_the_trail_has_built_is_cached() throws Exception {
        BuildTrail trail = new BuildTrail();
        request(TWO_COPIES).following(trail).run();

        assertThat(told(request(TWO_COPIES).following(trail).run()))
                .containsExactly("CACHED COPY a.txt /", "CACHED COPY b.txt /");
    }

    @Test
    void a_repeated_trail_is_told_the_same() throws Exception {
        for (int repetition = 0; repetition < 2; repetition++) {
            BuildTrail trail = new BuildTrail();
            file("b.txt", "b");
            request(TWO_COPIES).following(trail).run();
            file("b.txt", "changed");

            assertThat(told(request(TWO_COPIES).following(trail).run()))
                    .containsExactly("CACHED COPY a.txt /", "EXECUTED COPY b.txt /: b.txt changed");
            assertThat(made).hasSize(repetition == 0 ? 1 : 0);
        }
    }

    @Test
    void causes_are_told_from_the_trail_s_last_build_even_where_it_found_everything() throws Exception {
        BuildTrail trail = new BuildTrail();
        request(TWO_COPIES).following(trail).run();
        file("a.txt", "second");
        request(TWO_COPIES).following(trail).run();
        file("a.txt", "a");
        request(TWO_COPIES).following(trail).run();
        file("b.txt", "changed");

        assertThat(told(request(TWO_COPIES).following(trail).run()))
                .containsExactly("CACHED COPY a.txt /", "EXECUTED COPY b.txt /: b.txt changed");
    }

    @Test
    void a_stage_made_by_others_with_the_same_result_leaves_what_copies_from_it_cached() throws Exception {
        file("note.txt", "2");
        request(TWO_STAGES).run();
        file("note.txt", "1");
        BuildTrail trail = new BuildTrail();
        request(TWO_STAGES).following(trail).run();
        file("note.txt", "2");

        assertThat(told(request(TWO_STAGES).following(trail).run()))
                .containsExactly(
                        "EXECUTED COPY note.txt /: note.txt changed",
                        "EXECUTED COPY a.txt /out/: line 2 runs again",
                        "CACHED COPY --from=made /out /out");
        assertThat(made).isEmpty();
    }

    @Test
    void a_build_without_cache_makes_everything() throws Exception {
        BuildTrail trail = new BuildTrail();
        request(TWO_COPIES).following(trail).run();

        BuildResult again = request(TWO_COPIES).following(trail).withoutCache().run();

        assertThat(told(again)).allMatch(step -> step.startsWith("EXECUTED"));
        assertThat(made).containsExactly("COPY a.txt /", "COPY b.txt /");
    }

    @Test
    void what_the_cache_has_lost_is_made_again() throws Exception {
        BuildTrail trail = new BuildTrail();
        request(TWO_COPIES).following(trail).run();
        engine.pruneImages(image -> true, () -> {});
        engine.pruneBuildCache(Optional.empty(), OptionalLong.of(0), () -> {});

        assertThat(told(request(TWO_COPIES).following(trail).run())).allMatch(step -> step.startsWith("EXECUTED"));
        assertThat(made).containsExactly("COPY a.txt /", "COPY b.txt /");
    }
}
