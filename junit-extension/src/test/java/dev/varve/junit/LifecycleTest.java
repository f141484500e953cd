package dev.varve.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.engine.BuildResult;
import dev.varve.engine.Engine;
import dev.varve.engine.NotFoundException;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lives how long, and what is made how often. */
@ExtendWith(Busybox.class)
@EnabledIfEngineCan(Ability.RUN)
class LifecycleTest {
    private static final ConcurrentLinkedQueue<Container> STARTED = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        STARTED.clear();
    }

    private static boolean isGone(Container container) throws IOException {
        try (Engine engine = Engine.open()) {
            engine.findContainer(container.id());
            return false;
        } catch (NotFoundException e) {
            return true;
        }
    }

    @BusyboxTest
    @UseImage("busybox")
    static class Leaving {
        private final Container ofConstructor;

        Leaving(@Run(command = {"sleep", "1000"}) Container container) {
            ofConstructor = container;
        }

        @BeforeAll
        static void once(@Run(command = {"sleep", "1000"}) Container container) {
            STARTED.add(container);
        }

        @BeforeEach
        void before(@Run(command = {"sleep", "1000"}) Container container) {
            STARTED.add(container);
        }

        @Test
        void running(@Run(command = {"sleep", "1000"}) Container container, Image image) {
            STARTED.add(ofConstructor);
            STARTED.add(container);
            STARTED.add(image.run(r -> r.command("sleep", "1000")));
        }

        @Test
        void failing(@Run(command = {"sleep", "1000"}) Container container) {
            STARTED.add(ofConstructor);
            STARTED.add(container);
            throw new IllegalStateException("a failure of the test");
        }
    }

    @Test
    void containers_end_with_their_test_whatever_becomes_of_it() throws Exception {
        Kit run = Kit.run(Leaving.class);

        assertThat(run.failures()).extracting(Throwable::getMessage).containsExactly("a failure of the test");
        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(STARTED).hasSize(8);
        for (Container container : STARTED) {
            assertThat(isGone(container)).isTrue();
        }
    }

    private static final Set<BuildResult> BUILDS =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private static final Set<Thread> THREADS = Collections.synchronizedSet(new HashSet<>());

    static class Crowd {
        @RegisterExtension
        static final VarveExtension VARVE = VarveExtension.of(
                ImageSource.text("FROM busybox\nRUN echo " + UUID.randomUUID() + " > /once && sleep 0.5\n"));

        @RepeatedTest(100)
        void one_of_many(Image image) {
            BUILDS.add(image.buildResult().orElseThrow());
            THREADS.add(Thread.currentThread());
        }
    }

    @Test
    void a_hundred_tests_in_eight_threads_share_one_build() {
        Kit run = Kit.run(
                Crowd.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"));

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(100);
        assertThat(THREADS).hasSizeGreaterThan(1);
        assertThat(BUILDS).hasSize(1);
    }

    static class Parallel {
        @RegisterExtension
        static final VarveExtension VARVE = VarveExtension.of(ImageSource.image("busybox"));

        @RepeatedTest(40)
        void each_sees_its_own(
                @Run(
                                command = {"sh", "-c", "cat; echo $$"},
                                stdin = true)
                        Container container) {
            String word = UUID.randomUUID().toString();
            container.sendLine(word);
            container.closeStdin();
            assertThat(container.await().out()).startsWith(word + "\n");
            STARTED.add(container);
        }
    }

    @Test
    void tests_that_run_at_a_time_have_containers_of_their_own() {
        Kit run = Kit.run(
                Parallel.class,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"));

        assertThat(run.failures()).isEmpty();
        assertThat(STARTED).extracting(Container::id).doesNotHaveDuplicates().hasSize(40);
    }

    @ImageTest
    static class Registered {
        @RegisterExtension
        static final VarveExtension VARVE = VarveExtension.of(ImageSource.text("FROM computed\nENV FROM=here")
                .base("computed", ImageSource.text("FROM busybox\nCOPY a /a").file("a", "computed")));

        @Test
        void is_asked_before_the_one_of_the_annotation(Image image) {
            assertThat(image.config().config().env()).contains("FROM=here");
            assertThat(image.path("/a")).hasContent("computed");
        }
    }

    @Test
    void a_Dockerfile_may_be_computed() {
        Kit run = Kit.run(Registered.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.succeeded()).isEqualTo(1);
    }

    @ImageTest
    @Dockerfile(text = "FROM busybox\nENV CLASS=base")
    static class Base {}

    static class Derived extends Base {
        @Test
        void inherits(Image image) {
            assertThat(image.config().config().env()).contains("CLASS=base");
        }
    }

    @Test
    void annotations_are_inherited() {
        assertThat(Kit.run(Derived.class).failures()).isEqualTo(List.of());
    }
}
