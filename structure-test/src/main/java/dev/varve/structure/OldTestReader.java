package dev.varve.structure;

import dev.varve.yaml.YamlException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Reads the tests of a file of schema 1.0.0, which knows less. */
final class OldTestReader extends TestReader {
    OldTestReader(Path file, Notation notation) {
        super(file, notation);
    }

    @Override
    String[] sections() {
        return new String[] {
            "schemaVersion", "globalEnvVars", "commandTests", "fileExistenceTests", "fileContentTests", "licenseTests"
        };
    }

    @Override
    String[] commandKeys() {
        return new String[] {
            "name",
            "setup",
            "teardown",
            "envVars",
            "exitCode",
            "command",
            "expectedOutput",
            "excludedOutput",
            "expectedError",
            "excludedError"
        };
    }

    @Override
    List<String> words(Fields fields) throws YamlException {
        return fields.texts("command");
    }

    @Override
    String[] existenceKeys() {
        return new String[] {"name", "path", "shouldExist", "permissions"};
    }

    @Override
    OptionalInt owner(Fields fields, String key) {
        return OptionalInt.empty();
    }
}
