package dev.varve.structure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The {@code container-structure-test} on the path. */
final class RealTool {
    private static final String NAME = "container-structure-test";

    private RealTool() {}

    static void require() {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
        assumeTrue(found, "there is no " + NAME + " on the path to compare with");
    }

    static void requireDocker() {
        require();
        assumeTrue(System.getenv().containsKey("DOCKER_HOST"), "DOCKER_HOST names no Docker to run commands with");
    }

    /** Whether each test passed, by its name. */
    static Map<String, Boolean> run(String driver, String image, Path config) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        NAME, "test", "--driver", driver, "--image", image, "--config", config.toString(), "-o", "json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        Map<String, Boolean> results = new LinkedHashMap<>();
        for (JsonObject result :
                JsonObject.parse(out.getBytes(StandardCharsets.UTF_8)).objects("Results")) {
            results.put(bare(result.optionalText("Name").orElse("")), result.isTrue("Pass"));
        }
        return results;
    }

    /** The same of Varve. */
    static Map<String, Boolean> ours(List<StructureResult> results) {
        Map<String, Boolean> passed = new LinkedHashMap<>();
        results.forEach(result -> passed.put(bare(result.test().title()), result.passed()));
        return passed;
    }

    /** The tool leaves the kind out where it could not begin. */
    private static String bare(String title) {
        return title.substring(title.indexOf(':') + 1).strip();
    }
}
