package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every scenario, built twice by a real BuildKit: each step is cached there exactly when it is predicted to be. */
@Tag("engine")
class EngineScenarioTest {
    @TestFactory
    Stream<DynamicTest> scenarios() throws Exception {
        Optional<Engine> engine = Engine.find();
        if (engine.isEmpty()) {
            System.out.println("Not compared with a real BuildKit: " + Engine.whyNot());
        }
        assumeTrue(engine.isPresent(), Engine::whyNot);
        String only = System.getProperty("varve.scenario", "");
        return ScenarioFiles.all().stream()
                .filter(file -> file.getFileName().toString().contains(only))
                .map(file ->
                        dynamicTest(file.getFileName().toString(), file.toUri(), () -> compare(engine.get(), file)));
    }

    private static void compare(Engine engine, Path file) throws Exception {
        Scenario scenario = ScenarioFiles.read(file);
        assumeTrue(scenario.options().model() == CacheModel.BUILDKIT, "another model than BuildKit's");
        Path folder = Files.createTempDirectory("varve-scenario");
        try {
            scenario.writeTo(folder);
            List<String> differences = new Comparison(engine)
                    .differences(
                            scenario.project(folder.resolve("before")),
                            scenario.project(folder.resolve("after")),
                            scenario.optionsBefore(),
                            scenario.optionsAfter());
            if (differences.toString().contains("unknown flag: --")) {
                System.out.println(
                        "Not compared: " + file.getFileName() + ": this engine's frontend does not know the flag");
                assumeTrue(false, "this engine's frontend does not know the flag");
            }
            assertThat(differences).as(scenario.title()).isEmpty();
        } finally {
            Trees.delete(folder);
        }
    }
}
