package dev.varve.junit.assertions;

import static dev.varve.junit.assertions.VarveAssertions.assertThat;
import static dev.varve.junit.assertions.VarveAssertions.assertThatThrownBy;

import dev.varve.engine.BuildResult;
import dev.varve.junit.Ability;
import dev.varve.junit.Build;
import dev.varve.junit.Busybox;
import dev.varve.junit.EnabledIfEngineCan;
import dev.varve.junit.ImageSource;
import dev.varve.junit.VarveExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a change does to the cache, as a test sees it. */
@ExtendWith(Busybox.class)
@EnabledIfEngineCan(Ability.RUN)
class BuildAssertTest {
    @RegisterExtension
    static final VarveExtension VARVE =
            VarveExtension.of(ImageSource.text("""
            FROM busybox
            WORKDIR /app
            COPY package.json .
            RUN cat package.json
            COPY app.js .
            CMD ["node", "app.js"]
            """).file("package.json", "{}").file("app.js", "first"));

    @Test
    void a_second_build_runs_nothing(Build build) {
        build.run();

        assertThat(build.run()).ranNothing().cached("COPY app.js .").cached("RUN cat");
    }

    /** At the second time the store has what the change makes. */
    @RepeatedTest(2)
    void a_changed_file_runs_what_reads_it(Build build) {
        build.run();

        assertThat(build.withFile("app.js", "second").run())
                .reran("COPY app.js .")
                .becauseOf("app.js")
                .andNothingElse();
    }

    @Test
    void a_step_that_runs_unexpectedly_is_told_with_its_line_and_its_files(Build build) {
        build.run();
        BuildResult result = build.withFile("package.json", "second").run();

        assertThatThrownBy(() -> assertThat(result).ranNothing()).hasMessage("""
                the build
                expected: no step to run
                found:    line 3  COPY package.json .: ran, package.json changed
                          line 4  RUN cat package.json: ran, line 3 runs again
                          line 5  COPY app.js .: ran, line 3 runs again
                next:     line 3 reads package.json: read it in a later line, or keep it out with .dockerignore""");
        assertThatThrownBy(() -> assertThat(result).reran("COPY package.json").andNothingElse())
                .hasMessage("""
                        the build
                        expected: no other step to run
                        found:    line 4  RUN cat package.json: ran, line 3 runs again
                                  line 5  COPY app.js .: ran, line 3 runs again
                        next:     look at line 3, or move line 4 above it""");
        assertThatThrownBy(() -> assertThat(result).cached("RUN cat")).hasMessage("""
                the build
                expected: RUN cat package.json to be taken from the cache
                found:    line 4  RUN cat package.json: ran, line 3 runs again
                next:     look at line 3, or move line 4 above it""");
    }

    @Test
    void a_step_that_does_not_run_is_told(Build build) {
        build.run();

        assertThatThrownBy(() -> assertThat(build.run()).reran("COPY app.js .")).hasMessage("""
                the build
                expected: COPY app.js . to run
                found:    line 5  COPY app.js .: from the cache""");
        assertThatThrownBy(() -> assertThat(build.run()).reran("RUN npm")).hasMessage("""
                the build
                expected: one step 'RUN npm'
                found:    0 such steps among
                          line 1  FROM busybox: from the cache
                          line 2  WORKDIR /app: from the cache
                          line 3  COPY package.json .: from the cache
                          line 4  RUN cat package.json: from the cache
                          line 5  COPY app.js .: from the cache
                          line 6  CMD ["node", "app.js"]: no step of its own
                next:     name the instruction as the Dockerfile has it; its beginning is enough""");
    }

    @Test
    void a_change_can_be_taken_back(Build build) {
        build.run();
        build.withFile("app.js", "second").run();

        assertThat(build.run()).ranNothing();
        assertThatThrownBy(() -> build.withoutFile("app.js").run())
                .hasMessageContaining("Dockerfile:5: COPY app.js .: app.js: ");
    }

    @Test
    void what_is_the_same_each_time_is_reproducible(Build build) {
        assertThat(build).isReproducible();
    }

    @Test
    void what_differs_each_time_is_told(Build build) {
        Build random = build.withDockerfile("""
                FROM busybox
                RUN cat /proc/sys/kernel/random/uuid > /uuid
                """);

        assertThatThrownBy(() -> assertThat(random).isReproducible())
                .hasMessageContaining("expected: the same image when it is built again")
                .hasMessageContaining("""
                          the first layer that differs is 'RUN cat /proc/sys/kernel/random/uuid > /uuid'; files that differ are
                          /uuid
                next:     leave out of the image what is different each time, such as times, random numbers and caches""");
    }
}
