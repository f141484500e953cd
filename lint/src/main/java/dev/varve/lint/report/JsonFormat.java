package dev.varve.lint.report;

import dev.varve.json.JsonStream;
import dev.varve.lint.Finding;
import dev.varve.lint.Fix;
import dev.varve.lint.Severity;
import dev.varve.lint.SourceFile;
import java.io.IOException;
import java.io.Writer;

/** Everything there is, as one document on one line. */
final class JsonFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        JsonStream json = new JsonStream(out);
        json.object(() -> {
            json.list(
                    "findings", report.files().stream().flatMap(Located::in).toList(), located -> write(located, json));
            json.object("summary", () -> summary(report, json));
        });
        json.end();
    }

    private static void summary(LintReport report, JsonStream json) {
        json.member("files", report.files().size());
        json.member(
                "findings",
                report.files().stream()
                        .mapToLong(file -> file.findings().size())
                        .sum());
        for (Severity severity : Severity.values()) {
            json.member(severity.label(), report.count(severity));
        }
        json.member("fixable", report.safelyFixable());
        json.list(
                "unusedIgnores",
                report.files().stream().flatMap(Located::unusedIn).toList(),
                ignore -> json.object(() -> json.member("file", ignore.file())
                        .member("line", ignore.line())
                        .member("rule", ignore.rule())));
    }

    private static void write(Located located, JsonStream json) {
        Finding finding = located.finding();
        SourceFile file = located.file().source();
        json.object(() -> {
            json.member("file", file.path());
            located.place().write(json, "line", "column");
            json.member("rule", finding.rule().id());
            json.list("aliases", finding.rule().aliases(), json::value);
            json.member("severity", finding.severity().label());
            json.member("message", finding.message());
            json.member("evidence", finding.evidence());
            json.list("fixes", finding.fixes(), fix -> write(fix, file, json));
        });
    }

    private static void write(Fix fix, SourceFile file, JsonStream json) {
        json.object(() -> {
            json.member("safe", fix.safe());
            json.member("description", fix.description());
            fix.other().ifPresent(other -> json.member("file", other.path()));
            json.list(
                    "edits",
                    fix.edits(),
                    edit -> json.object(() -> {
                        Place.of(file, fix, edit).write(json, "line", "column");
                        json.member("text", edit.text());
                    }));
        });
    }
}
