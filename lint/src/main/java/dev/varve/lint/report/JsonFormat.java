package dev.varve.lint.report;

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
        JsonOut json = new JsonOut(out);
        json.object(() -> {
            json.array(
                    "findings", report.files().stream().flatMap(Located::in).toList(), located -> write(located, json));
            json.object("summary", () -> summary(report, json));
        });
        json.close();
        out.write('\n');
    }

    private static void summary(LintReport report, JsonOut json) {
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
        json.array(
                "unusedIgnores",
                report.files().stream().flatMap(Located::unusedIn).toList(),
                ignore -> json.object(() -> json.member("file", ignore.file())
                        .member("line", ignore.line())
                        .member("rule", ignore.rule())));
    }

    private static void write(Located located, JsonOut json) {
        Finding finding = located.finding();
        SourceFile file = located.file().source();
        json.object(() -> {
            json.member("file", file.path());
            json.lines(located.place(), "line", "column");
            json.member("rule", finding.rule().id());
            json.array("aliases", finding.rule().aliases(), json::string);
            json.member("severity", finding.severity().label());
            json.member("message", finding.message());
            json.any("evidence", finding.evidence());
            json.array("fixes", finding.fixes(), fix -> write(fix, file, json));
        });
    }

    private static void write(Fix fix, SourceFile file, JsonOut json) {
        json.object(() -> {
            json.member("safe", fix.safe());
            json.member("description", fix.description());
            fix.other().ifPresent(other -> json.member("file", other.path()));
            json.array(
                    "edits",
                    fix.edits(),
                    edit -> json.object(() -> {
                        json.lines(Place.of(file, fix, edit), "line", "column");
                        json.member("text", edit.text());
                    }));
        });
    }
}
