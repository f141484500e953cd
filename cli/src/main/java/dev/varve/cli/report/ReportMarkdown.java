package dev.varve.cli.report;

import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedVariant;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for a comment on a pull request. */
final class ReportMarkdown {
    private static final int BLAMED = 3;

    private ReportMarkdown() {}

    static void write(ReplayReport report, Optional<ImageLayers> image, PrintWriter out) {
        out.println("### Layer cache: `" + report.dockerfile() + "`");
        out.println();
        out.println(Markdown.escaped(Headline.of(report)));
        out.println();
        out.println("| line | step | re-run | in vain | each | because of |");
        out.println("|---:|---|---:|---:|---:|---|");
        report.steps().stream().filter(step -> step.reruns() > 0).forEach(step -> out.println(row(step)));
        for (ReplayedVariant variant : report.suggestions()) {
            double before = report.totals().seconds();
            double after = variant.totals().seconds();
            out.println();
            out.println("<details><summary>" + Markdown.html(variant.description()) + ": " + Numbers.duration(after)
                    + " rather than " + Numbers.duration(before) + " (-" + Numbers.percent((before - after) / before)
                    + ")" + (variant.safe() ? "" : ", to be looked at") + "</summary>");
            out.println();
            String fence = "`".repeat(Math.max(3, Markdown.longestFence(variant.diff()) + 1));
            out.println(fence + "diff");
            out.print(variant.diff());
            out.println(fence);
            out.println("</details>");
        }
        image.ifPresent(built -> ImageMarkdown.write(built, out));
        report.notes().forEach(note -> out.println("\n> " + Markdown.escaped(note)));
    }

    private static String row(ReplayedStep step) {
        String because =
                step.blame().stream().limit(BLAMED).map(ReportMarkdown::blame).collect(Collectors.joining(", "));
        String guess = step.cost().source() == Cost.Source.ESTIMATED ? "~" : "";
        return "| " + step.line() + " | " + Markdown.code(step.instruction()) + " | " + step.reruns() + " ("
                + Numbers.percent(step.rate())
                + ") | " + step.avoidable() + " | " + guess
                + Numbers.duration(step.cost().seconds()) + " | " + because
                + " |";
    }

    private static String blame(Blame blame) {
        return Markdown.code(blame.path()) + " " + blame.commits() + "×";
    }
}
