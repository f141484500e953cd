package dev.varve.structure;

import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the tests of a file of schema 2.0.0. */
class TestReader {
    private final Path file;
    final Notation notation;

    TestReader(Path file, Notation notation) {
        this.file = file;
        this.notation = notation;
    }

    /** The keys of the file. */
    String[] sections() {
        return new String[] {
            "schemaVersion",
            "globalEnvVars",
            "commandTests",
            "fileExistenceTests",
            "fileContentTests",
            "metadataTest",
            "licenseTests",
            "containerRunOptions"
        };
    }

    final List<StructureTest> tests(Fields fields) throws YamlException {
        List<StructureTest> tests = new ArrayList<>();
        for (YamlNode node : fields.list("commandTests")) {
            tests.add(command(node));
        }
        for (YamlNode node : fields.list("fileContentTests")) {
            tests.add(content(node));
        }
        for (YamlNode node : fields.list("fileExistenceTests")) {
            tests.add(existence(node));
        }
        for (YamlNode node : fields.list("licenseTests")) {
            tests.add(license(node));
        }
        Optional<YamlNode> metadata = fields.node("metadataTest");
        if (metadata.isPresent()) {
            MetadataReader.read(metadata.get(), notation, place(metadata.get())).ifPresent(tests::add);
        }
        return tests;
    }

    Place place(YamlNode node) {
        return new Place(file, node.at().line());
    }

    private StructureTest command(YamlNode node) throws YamlException {
        Fields fields = Fields.of(node, notation, commandKeys());
        CommandTest test = new CommandTest(
                fields.text("name"),
                place(node),
                commands(fields, "setup"),
                commands(fields, "teardown"),
                fields.pairs("envVars"),
                words(fields),
                fields.integer("exitCode").orElse(0),
                fields.texts("expectedOutput"),
                fields.texts("excludedOutput"),
                fields.texts("expectedError"),
                fields.texts("excludedError"));
        Problems problems = new Problems(fields);
        problems.unlessGiven("name", test.name());
        if (test.command().isEmpty() || test.command().get(0).isEmpty()) {
            problems.at("command", "expected a command to run");
        }
        problems.emptyCommands("setup", test.setup());
        problems.emptyCommands("teardown", test.teardown());
        if (test.env().stream()
                .anyMatch(pair -> pair.key().isEmpty() || pair.value().isEmpty())) {
            problems.at("envVars", "expected a key and a value for each variable");
        }
        for (String key : List.of("expectedOutput", "excludedOutput", "expectedError", "excludedError")) {
            problems.expressions(key, fields.texts(key));
        }
        return problems.or(test);
    }

    String[] commandKeys() {
        return new String[] {
            "name",
            "setup",
            "teardown",
            "envVars",
            "exitCode",
            "command",
            "args",
            "expectedOutput",
            "excludedOutput",
            "expectedError",
            "excludedError"
        };
    }

    /** The program and its arguments. */
    List<String> words(Fields fields) throws YamlException {
        List<String> words = new ArrayList<>(List.of(fields.text("command")));
        words.addAll(fields.texts("args"));
        return words;
    }

    private static List<List<String>> commands(Fields fields, String key) throws YamlException {
        List<List<String>> commands = new ArrayList<>();
        for (YamlNode command : fields.list(key)) {
            commands.add(command.isNull() ? List.of() : fields.texts(command));
        }
        return commands;
    }

    private StructureTest content(YamlNode node) throws YamlException {
        Fields fields = Fields.of(node, notation, "name", "path", "expectedContents", "excludedContents");
        FileContentTest test = new FileContentTest(
                fields.text("name"),
                place(node),
                fields.text("path"),
                fields.texts("expectedContents"),
                fields.texts("excludedContents"));
        Problems problems = new Problems(fields);
        problems.unlessGiven("name", test.name());
        problems.unlessGiven("path", test.path());
        problems.expressions("expectedContents", test.expected());
        problems.expressions("excludedContents", test.excluded());
        return problems.or(test);
    }

    private StructureTest existence(YamlNode node) throws YamlException {
        Fields fields = Fields.of(node, notation, existenceKeys());
        FileExistenceTest test = new FileExistenceTest(
                fields.text("name"),
                place(node),
                fields.text("path"),
                fields.bool("shouldExist", true),
                fields.text("permissions"),
                owner(fields, "uid"),
                owner(fields, "gid"),
                fields.text("isExecutableBy"));
        Problems problems = new Problems(fields);
        problems.unlessGiven("name", test.name());
        problems.unlessGiven("path", test.path());
        if (!List.of("", "any", "owner", "group", "other").contains(test.executableBy()) && test.shouldExist()) {
            problems.at("isExecutableBy", "expected owner, group, other or any, found '" + test.executableBy() + "'");
        }
        return problems.or(test);
    }

    String[] existenceKeys() {
        return new String[] {"name", "path", "shouldExist", "permissions", "uid", "gid", "isExecutableBy"};
    }

    /** Minus one is any, and so is none in YAML; in JSON, none is root. */
    OptionalInt owner(Fields fields, String key) throws YamlException {
        OptionalInt given = fields.integer(key);
        int owner = given.orElse(notation == Notation.JSON ? 0 : -1);
        return owner == -1 ? OptionalInt.empty() : OptionalInt.of(owner);
    }

    private StructureTest license(YamlNode node) throws YamlException {
        Fields fields = Fields.of(node, notation, "debian", "files");
        return new LicenseTest(place(node), fields.bool("debian", false), fields.texts("files"));
    }
}
