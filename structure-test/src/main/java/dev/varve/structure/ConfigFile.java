package dev.varve.structure;

import dev.varve.yaml.YamlDocument;
import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a file of tests. */
final class ConfigFile {
    private static final String OLD = "1.0.0";
    private static final String NEW = "2.0.0";

    private ConfigFile() {}

    static boolean isNamedLikeOne(Path file) {
        String name = file.toString();
        return isJson(file) || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    /** What is wrong with it is a test that fails. */
    static StructureFile read(Path file) {
        try {
            if (!isNamedLikeOne(file)) {
                return StructureFile.invalid(
                        new Place(file, 1), file + ": expected a name that ends in .yaml, .yml or .json");
            }
            return read(file, YamlDocument.read(file).root());
        } catch (YamlException e) {
            return StructureFile.invalid(new Place(file, e.position().line()), e.position() + ": " + e.problem());
        } catch (NoSuchFileException e) {
            return StructureFile.invalid(new Place(file, 1), file + ": there is no such file");
        } catch (IOException e) {
            return StructureFile.invalid(new Place(file, 1), file + ": it cannot be read: " + e.getMessage());
        }
    }

    private static StructureFile read(Path file, YamlNode root) throws YamlException {
        Notation notation = isJson(file) ? Notation.JSON : Notation.YAML;
        YamlNode given = root.mapping().require("schemaVersion");
        String schema = given.text();
        TestReader reader = switch (schema) {
            case OLD -> new OldTestReader(file, notation);
            case NEW -> new TestReader(file, notation);
            default ->
                throw given.at()
                        .error("expected the schema version " + OLD + " or " + NEW + ", found '" + schema + "'");
        };
        Fields fields = Fields.of(root, notation, reader.sections());
        List<StructureTest> tests = reader.tests(fields);
        return new StructureFile(file, schema, fields.pairs("globalEnvVars"), OptionsReader.read(fields), tests);
    }
}
