package dev.varve.lint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** A way to write down what linting gave. */
public interface ReportFormat {
    /** The formats that go by a name; {@code text} is {@link TextFormat}. */
    List<String> NAMES =
            List.of("json", "sarif", "github", "gitlab", "checkstyle", "junit", "sonarqube", "gnu", "markdown");

    /** @throws IOException where it cannot be written */
    void write(LintReport report, Writer out) throws IOException;

    /** The format of that name. */
    static Optional<ReportFormat> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "json" -> new JsonFormat();
                    case "sarif" -> new SarifFormat();
                    case "github" -> new GithubFormat();
                    case "gitlab" -> new GitlabFormat();
                    case "checkstyle" -> new CheckstyleFormat();
                    case "junit" -> new JunitFormat();
                    case "sonarqube" -> new SonarqubeFormat();
                    case "gnu" -> new GnuFormat();
                    case "markdown" -> new MarkdownFormat();
                    default -> null;
                });
    }
}
