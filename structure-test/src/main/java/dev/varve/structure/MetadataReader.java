package dev.varve.structure;

import dev.varve.yaml.YamlException;
import dev.varve.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code metadataTest}. */
final class MetadataReader {
    private MetadataReader() {}

    /** Empty where it asks for nothing. */
    static Optional<StructureTest> read(YamlNode node, Notation notation, Place place) throws YamlException {
        Fields fields = Fields.of(
                node,
                notation,
                "envVars",
                "unboundEnvVars",
                "labels",
                "exposedPorts",
                "unexposedPorts",
                "volumes",
                "unmountedVolumes",
                "entrypoint",
                "cmd",
                "workdir",
                "user");
        MetadataTest test = new MetadataTest(
                place,
                fields.pairs("envVars"),
                fields.pairs("unboundEnvVars"),
                fields.pairs("labels"),
                fields.texts("exposedPorts"),
                fields.texts("unexposedPorts"),
                fields.texts("volumes"),
                fields.texts("unmountedVolumes"),
                fields.optionalTexts("entrypoint"),
                fields.optionalTexts("cmd"),
                fields.text("workdir"),
                fields.text("user"));
        if (test.isEmpty()) {
            return Optional.empty();
        }
        Problems problems = new Problems(fields);
        check(problems, "envVars", test.env());
        check(problems, "labels", test.labels());
        for (String key : List.of("exposedPorts", "volumes")) {
            if (fields.texts(key).contains("")) {
                problems.at(key, "expected no empty text");
            }
        }
        return Optional.of(problems.or(test));
    }

    private static void check(Problems problems, String key, List<Pair> pairs) {
        if (pairs.stream().anyMatch(pair -> pair.key().isEmpty())) {
            problems.at(key, "expected a key for each value");
        }
        problems.expressions(
                key, pairs.stream().filter(Pair::regex).map(Pair::value).toList());
    }
}
