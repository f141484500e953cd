package dev.varve.lint.report;

import dev.varve.lint.LintedFile;
import dev.varve.lint.Severity;
import java.io.IOException;
import java.io.Writer;

/** Checkstyle's XML, which many CI systems read. */
final class CheckstyleFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        XmlOut xml = new XmlOut(out);
        xml.open("checkstyle", "version", "4.3");
        for (LintedFile file : report.files()) {
            xml.open("file", "name", file.source().path());
            for (Located located : Located.in(file).toList()) {
                xml.open(
                                "error",
                                "line",
                                Integer.toString(located.place().line()),
                                "column",
                                Integer.toString(located.place().column()),
                                "severity",
                                severity(located.finding().severity()),
                                "message",
                                located.finding().message(),
                                "source",
                                located.finding().rule().id())
                        .closeInline();
            }
            xml.close();
        }
        xml.close().end();
    }

    private static String severity(Severity severity) {
        return severity == Severity.STYLE ? "info" : severity.label();
    }
}
