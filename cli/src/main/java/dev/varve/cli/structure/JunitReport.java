package dev.varve.cli.structure;

import dev.varve.structure.StructureResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The XML that build servers read, as container-structure-test writes it; durations are seconds. */
final class JunitReport implements Report {
    /** What the suite is called where nobody says otherwise. */
    static final String USUAL_NAME = "container-structure-test.test";

    private final PrintWriter out;
    private final String suite;

    JunitReport(PrintWriter out, String suite) {
        this.out = out;
        this.suite = suite;
    }

    @Override
    public void end(Summary summary, List<StructureResult> results) {
        out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.print("<testsuites failures=\"" + summary.failures() + "\" tests=\"" + summary.total() + "\" time=\""
                + seconds(summary.duration()) + "\"><testsuite name=\"" + escaped(suite) + "\">");
        for (StructureResult result : results) {
            out.print("<testcase name=\"" + escaped(result.test().title()) + "\" time=\"" + seconds(result.duration())
                    + "\">");
            result.failures().forEach(failure -> element("failure", failure));
            element("system-out", result.stdout());
            element("system-err", result.stderr());
            out.print("</testcase>");
        }
        out.println("</testsuite></testsuites>");
    }

    private void element(String name, String text) {
        out.print("<" + name + ">" + escaped(text) + "</" + name + ">");
    }

    private static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toNanos(), 9);
        return seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString();
    }

    /** What XML cannot hold is U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&#34;");
                case '\'' -> escaped.append("&#39;");
                case '\t' -> escaped.append("&#x9;");
                case '\n' -> escaped.append("&#xA;");
                case '\r' -> escaped.append("&#xD;");
                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
