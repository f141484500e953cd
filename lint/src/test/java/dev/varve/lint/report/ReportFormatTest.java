package dev.varve.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.lint.Configuration;
import dev.varve.lint.LatestRule;
import dev.varve.lint.Linter;
import dev.varve.lint.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format against a golden file; {@code -Dvarve.update=true} writes them anew. */
class ReportFormatTest {
    private static final LintReport REPORT = report();

    private static LintReport report() {
        Linter linter = new Linter(Rules.of(List.of(new LatestRule())), Configuration.defaults());
        return new LintReport(
                List.of(
                        linter.lint(Dockerfile.parse(
                                "a b/Dockerfile", "# syntax=x\nFROM\ta:latest AS b\nFROM c<d>:latest")),
                        linter.lint(Dockerfile.parse("clean/Dockerfile", "FROM a:1\n"))),
                "1.2.3",
                rule -> "The tag is latest.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "sarif",
                "github",
                "gitlab",
                "checkstyle",
                "junit",
                "sonarqube",
                "gnu",
                "markdown",
                "text"
            })
    void a_format_is_written_as_its_golden_file_says(String name) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.named(name).orElseGet(() -> new TextFormat(false)).write(REPORT, out);
        if (Boolean.getBoolean("varve.update")) {
            Files.writeString(Path.of("src/test/resources/report/" + name + ".txt"), out.toString());
        }
        assertThat(out.toString()).isEqualTo(golden(name));
    }

    @Test
    void every_name_has_a_format() {
        assertThat(ReportFormat.NAMES)
                .allSatisfy(name -> assertThat(ReportFormat.named(name)).isPresent());
        assertThat(ReportFormat.named("xml")).isEmpty();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ReportFormatTest.class.getResourceAsStream("/report/" + name + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
