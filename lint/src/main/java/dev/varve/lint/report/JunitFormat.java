package dev.varve.lint.report;

import dev.varve.lint.LintedFile;
import java.io.IOException;
import java.io.Writer;

/** JUnit's XML: a suite a file, a failed test a finding. */
final class JunitFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        XmlOut xml = new XmlOut(out);
        xml.open("testsuites", "name", "varve lint");
        for (LintedFile file : report.files()) {
            write(file, xml);
        }
        xml.close().end();
    }

    private static void write(LintedFile file, XmlOut xml) throws IOException {
        String name = file.source().path();
        int failures = file.findings().size();
        xml.open(
                "testsuite",
                "name",
                name,
                "tests",
                Integer.toString(Math.max(1, failures)),
                "failures",
                Integer.toString(failures),
                "errors",
                "0",
                "skipped",
                "0");
        if (failures == 0) {
            xml.open("testcase", "name", "no findings", "classname", name).closeInline();
        }
        for (Located located : Located.in(file).toList()) {
            Place place = located.place();
            String where = name + ":" + place.line() + ":" + place.column();
            xml.open("testcase", "name", located.finding().rule().id() + " at line " + place.line(), "classname", name);
            xml.open(
                    "failure",
                    "type",
                    located.finding().severity().label(),
                    "message",
                    located.finding().message());
            xml.text(where + ": " + located.finding().message()).closeInline();
            xml.close();
        }
        xml.close();
    }
}
