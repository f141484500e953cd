package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds every scenario to what it says. {@code -Dvarve.update} writes what is predicted into the scenarios instead; look at what
 * changed before you keep it.
 */
class ScenarioTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioFiles.all().stream().map(file -> {
            String name = file.getFileName().toString();
            return dynamicTest(name, file.toUri(), () -> {
                Scenario scenario = ScenarioFiles.read(file);
                scenario.writeTo(folder.resolve(name));
                String predicted = Scenario.render(scenario.predict(folder.resolve(name)));
                if (System.getProperty("varve.update") != null) {
                    String text = Files.readString(file);
                    int end = text.indexOf("== predict\n");
                    Files.writeString(file, (end < 0 ? text : text.substring(0, end)) + "== predict\n" + predicted);
                } else {
                    assertThat(predicted).as(scenario.title()).isEqualTo(scenario.predicted());
                }
            });
        });
    }
}
