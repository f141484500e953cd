package dev.varve.lint.report;

import dev.varve.lint.Finding;
import dev.varve.lint.LintedFile;
import java.io.IOException;
import java.io.Writer;

/** A table a file, for a comment on a pull request. */
final class MarkdownFormat implements ReportFormat {
    @Override
    public void write(LintReport report, Writer out) throws IOException {
        long all = report.files().stream()
                .mapToLong(file -> file.findings().size())
                .sum();
        out.write("### Varve: " + (all == 0 ? "no findings" : Summary.counts(report)) + "\n");
        for (LintedFile file : report.files()) {
            if (!file.findings().isEmpty()) {
                write(file, out);
            }
        }
    }

    private static void write(LintedFile file, Writer out) throws IOException {
        out.write("\n**" + escape(file.source().path()) + "**\n\n");
        out.write("| line | severity | rule | finding |\n|---:|---|---|---|\n");
        for (Located located : Located.in(file).toList()) {
            Finding finding = located.finding();
            String fix = finding.fixes().isEmpty()
                    ? ""
                    : " *" + escape(finding.fixes().get(0).description()) + ".*";
            out.write("| " + located.place().line() + " | " + finding.severity().label() + " | `"
                    + finding.rule().id() + "` | " + escape(finding.message()) + fix + " |\n");
        }
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : Characters.line(text).toCharArray()) {
            if ("\\`*_|<>[]".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
