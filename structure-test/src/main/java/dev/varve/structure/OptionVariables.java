package dev.varve.structure;

import dev.varve.engine.EngineException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The variables that {@code containerRunOptions} name: those of a file, then those of this process. */
final class OptionVariables {
    private OptionVariables() {}

    static Map<String, String> of(RunOptions options) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        if (!options.envFile().isEmpty()) {
            try {
                variables.putAll(DotEnv.read(Path.of(options.envFile())));
            } catch (NoSuchFileException e) {
                throw new EngineException(
                        "containerRunOptions.envFile: there is no file '" + options.envFile() + "'", e);
            }
        }
        for (String name : options.envVars()) {
            String value = System.getenv(name);
            if (value == null || value.isEmpty()) {
                throw new EngineException("containerRunOptions.envVars: there is no variable " + name
                        + " to hand on; set it before the tests are run");
            }
            variables.put(name, value);
        }
        return variables;
    }
}
