package dev.varve.lint.report;

import dev.varve.lint.Severity;
import java.io.IOException;
import java.io.Writer;

/** {@code file:line:column: severity: message [rule]}, as the GNU coding standards have it and editors read it. */
final class GnuFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        for (Located located : report.files().stream().flatMap(Located::in).toList()) {
            Place place = located.place();
            Severity severity = located.finding().severity();
            String word = severity == Severity.INFO || severity == Severity.STYLE ? "note" : severity.label();
            out.write(Characters.line(located.path()) + ":" + place.line() + ":" + place.column() + ": " + word + ": "
                    + Characters.line(located.finding().message()) + " ["
                    + located.finding().rule().id() + "]\n");
        }
    }
}
