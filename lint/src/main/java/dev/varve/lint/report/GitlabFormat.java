package dev.varve.lint.report;

import dev.varve.json.JsonStream;
import dev.varve.lint.Finding;
import dev.varve.lint.Severity;
import java.io.IOException;
import java.io.Writer;

/** GitLab's code quality report. */
final class GitlabFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        Fingerprints fingerprints = new Fingerprints();
        JsonStream json = new JsonStream(out);
        json.list(report.files().stream().flatMap(Located::in).toList(), located -> {
            Finding finding = located.finding();
            json.object(() -> {
                json.member("description", finding.message());
                json.member("check_name", finding.rule().id());
                json.member("fingerprint", fingerprints.of(located));
                json.member("severity", severity(finding.severity()));
                json.object("location", () -> {
                    json.member("path", located.path());
                    json.object(
                            "lines",
                            () -> json.member("begin", located.place().line())
                                    .member("end", located.place().endLine()));
                });
            });
        });
        json.end();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "minor";
            case STYLE -> "info";
        };
    }
}
