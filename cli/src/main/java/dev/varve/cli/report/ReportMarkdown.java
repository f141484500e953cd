package dev.varve.cli.report;

import dev.varve.lint.history.Blame;
import dev.varve.lint.history.Cost;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedStep;
import dev.varve.lint.history.ReplayedVariant;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** A report for a comment on a pull request. */
final class ReportMarkdown {
    private static final int BLAMED = 3;
    private static final int LONGEST = 80;

    private ReportMarkdown() {}

    static void write(ReplayReport report, PrintWriter out) {
        out.println("### Layer cache: `" + report.dockerfile() + "`");
        out.println();
        out.println(escaped(Headline.of(report)));
        out.println();
        out.println("| line | step | re-run | in vain | each | because of |");
        out.println("|---:|---|---:|---:|---:|---|");
        report.steps().stream().filter(step -> step.reruns() > 0).forEach(step -> out.println(row(step)));
        for (ReplayedVariant variant : report.suggestions()) {
            double before = report.totals().seconds();
            double after = variant.totals().seconds();
            out.println();
            out.println("<details><summary>" + html(variant.description()) + ": " + Numbers.duration(after)
                    + " rather than " + Numbers.duration(before) + " (-" + Numbers.percent((before - after) / before)
                    + ")" + (variant.safe() ? "" : ", to be looked at") + "</summary>");
            out.println();
            String fence = "`".repeat(Math.max(3, longestFence(variant.diff()) + 1));
            out.println(fence + "diff");
            out.print(variant.diff());
            out.println(fence);
            out.println("</details>");
        }
        report.notes().forEach(note -> out.println("\n> " + escaped(note)));
    }

    private static String row(ReplayedStep step) {
        String text = step.instruction().replaceAll("\\s+", " ");
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        String because =
                step.blame().stream().limit(BLAMED).map(ReportMarkdown::blame).collect(Collectors.joining(", "));
        String guess = step.cost().source() == Cost.Source.ESTIMATED ? "~" : "";
        return "| " + step.line() + " | " + code(shown) + " | " + step.reruns() + " (" + Numbers.percent(step.rate())
                + ") | " + step.avoidable() + " | " + guess
                + Numbers.duration(step.cost().seconds()) + " | " + because
                + " |";
    }

    private static String blame(Blame blame) {
        return code(blame.path()) + " " + blame.commits() + "×";
    }

    private static String code(String text) {
        String fence = "`".repeat(longestFence(text) + 1);
        String padded = text.startsWith("`") || text.endsWith("`") ? " " + text + " " : text;
        return fence + padded.replace("|", "\\|") + fence;
    }

    private static int longestFence(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static String escaped(String text) {
        return html(text).replaceAll("([\\\\*_\\[\\]|])", "\\\\$1");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
