package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Random cases: {@code -Dvarve.cases} of them from {@code -Dvarve.seed} on. A case is named by its seed. */
@Tag("engine")
class EngineRandomTest {
    @TestFactory
    Stream<DynamicTest> cases() throws Exception {
        Optional<Engine> engine = Engine.find();
        if (engine.isEmpty()) {
            System.out.println("Not compared with a real BuildKit: " + Engine.whyNot());
        }
        assumeTrue(engine.isPresent(), Engine::whyNot);
        long first = Long.getLong("varve.seed", 1);
        return LongStream.range(first, first + Long.getLong("varve.cases", 20))
                .mapToObj(seed -> dynamicTest("seed " + seed, () -> compare(engine.get(), seed)));
    }

    private static void compare(Engine engine, long seed) throws Exception {
        Path folder = Files.createTempDirectory("varve-random");
        try {
            RandomCase one = new RandomCase(seed);
            Project before = one.writeTo(folder.resolve("before"));
            BuildOptions then = one.options();
            one.mutate();
            Project after = one.writeTo(folder.resolve("after"));
            assertThat(new Comparison(engine).differences(before, after, then, one.options()))
                    .as("seed %d: %s", seed, Files.readString(after.dockerfile()))
                    .isEmpty();
        } finally {
            Trees.delete(folder);
        }
    }
}
