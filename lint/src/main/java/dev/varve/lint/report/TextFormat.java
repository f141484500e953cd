package dev.varve.lint.report;

import dev.varve.lint.Finding;
import dev.varve.lint.Fix;
import dev.varve.lint.Severity;
import dev.varve.lint.SourceFile;
import dev.varve.lint.history.MeasuredFindings;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** For people: each finding with the lines it is about. */
public final class TextFormat implements ReportFormat {
    private static final int MOST_LINES = 4;
    private static final int MOST_STEPS = 10;

    private final boolean coloured;

    public TextFormat(boolean coloured) {
        this.coloured = coloured;
    }

    @Override
    public void write(LintReport report, Writer out) throws IOException {
        for (Located located : report.files().stream().flatMap(Located::in).toList()) {
            write(located, out);
        }
        for (Located.UnusedIgnore ignore :
                report.files().stream().flatMap(Located::unusedIn).toList()) {
            out.write(Characters.line(ignore.file()) + ":" + ignore.line() + ": nothing is found here that ignoring "
                    + Characters.line(ignore.rule()) + " would leave out\n");
        }
        if (report.worst().isPresent()) {
            int files = report.files().size();
            out.write(Summary.counts(report) + " in " + files + (files == 1 ? " file" : " files")
                    + (report.safelyFixable() > 0 ? "; --fix mends " + report.safelyFixable() : "") + "\n");
        }
    }

    private void write(Located located, Writer out) throws IOException {
        Finding finding = located.finding();
        Place place = located.place();
        List<String> aliases = finding.rule().aliases().stream()
                .filter(alias -> !alias.equalsIgnoreCase(finding.rule().id()))
                .toList();
        String names = finding.rule().id() + (aliases.isEmpty() ? "" : " (" + String.join(", ", aliases) + ")");
        out.write(paint("1", Characters.line(located.path()) + ":" + place.line() + ":" + place.column()) + " "
                + paint(colour(finding.severity()), finding.severity().label()) + " " + names + "\n");
        excerpt(located.file().source(), place, finding.severity(), out);
        out.write("  " + Characters.line(finding.message()) + "\n");
        evidence(finding, out);
        for (Fix fix : finding.fixes()) {
            out.write("  " + paint("32", fix.safe() ? "fix: " : "fix (may change the image): ")
                    + Characters.line(fix.description()) + "\n");
        }
        out.write("\n");
    }

    private void excerpt(SourceFile file, Place place, Severity severity, Writer out) throws IOException {
        int last = Math.min(place.endLine(), place.line() + MOST_LINES - 1);
        int width = Integer.toString(last).length();
        for (int number = place.line(); number <= last; number++) {
            String line = file.line(number);
            int from = number == place.line() ? place.column() - 1 : indentation(line);
            int to = number == place.endLine() ? place.endColumn() - 1 : line.length();
            String gutter = " ".repeat(width - Integer.toString(number).length() + 1) + number + " | ";
            out.write(paint("2", gutter) + Characters.line(line) + "\n");
            if (to > from) {
                String marks = blank(line.substring(0, Math.min(from, line.length()))) + "^".repeat(to - from);
                out.write(paint("2", " ".repeat(width + 2) + "| ") + paint(colour(severity), marks) + "\n");
            }
        }
        if (last < place.endLine()) {
            out.write(" ".repeat(width + 2) + "…\n");
        }
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String blank(String text) {
        return text.replaceAll("[^\t]", " ");
    }

    private static void evidence(Finding finding, Writer out) throws IOException {
        if (finding.evidence().get("steps") instanceof List<?> steps && !steps.isEmpty()) {
            out.write("  costs:\n");
            for (Object step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
                out.write("    " + Characters.line(StepText.of(step)) + "\n");
            }
            if (steps.size() > MOST_STEPS) {
                out.write("    and " + (steps.size() - MOST_STEPS) + " more\n");
            }
        }
        if (finding.evidence().get(MeasuredFindings.EVIDENCE) instanceof Map<?, ?> history) {
            out.write("  history: " + Characters.line(HistoryText.of(history)) + "\n");
        }
    }

    private static String colour(Severity severity) {
        return switch (severity) {
            case ERROR -> "31";
            case WARNING -> "33";
            case INFO -> "36";
            case STYLE -> "2";
        };
    }

    private String paint(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
