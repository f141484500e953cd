package dev.varve.yaml;

import java.io.StringReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The two notations as the same tokens. */
final class Tokens {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(YamlDocument.DEEPEST)
            .maxStringLength(YamlDocument.LARGEST)
            .maxNameLength(YamlDocument.LARGEST)
            .build();

    private Tokens() {}

    static JsonParser ofJson(SourceText source) {
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(BOUNDS).build();
        return factory.createParser(ObjectReadContext.empty(), new StringReader(source.text()));
    }

    static JsonParser ofYaml(SourceText source) {
        return new StrictYamlFactory(BOUNDS).createParser(ObjectReadContext.empty(), new StringReader(source.text()));
    }
}
