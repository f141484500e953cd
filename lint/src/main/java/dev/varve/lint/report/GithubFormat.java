package dev.varve.lint.report;

import dev.varve.lint.Finding;
import java.io.IOException;
import java.io.Writer;

/** Workflow commands of GitHub Actions, which become annotations. */
final class GithubFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        for (Located located : report.files().stream().flatMap(Located::in).toList()) {
            Finding finding = located.finding();
            Place place = located.place();
            String command = switch (finding.severity()) {
                case ERROR -> "error";
                case WARNING -> "warning";
                case INFO, STYLE -> "notice";
            };
            out.write("::" + command + " file=" + property(located.path()) + ",line=" + place.line() + ",endLine="
                    + place.endLine() + ",col=" + place.column()
                    + (place.line() == place.endLine() ? ",endColumn=" + place.endColumn() : "") + ",title="
                    + property(finding.rule().id()) + "::" + data(finding.message()) + "\n");
        }
    }

    private static String data(String text) {
        return Characters.printable(text)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
