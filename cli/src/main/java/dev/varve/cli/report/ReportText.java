package dev.varve.cli.report;

import dev.varve.cli.console.Colour;
import dev.varve.layer.waste.ImageLayers;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedVariant;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Totals;
import dev.varve.lint.report.Characters;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report for people, on a terminal. */
final class ReportText {
    private static final int BLAMED = 4;
    private static final double OFTEN = 0.5;

    private final PrintWriter out;
    private final int width;

    private ReportText(PrintWriter out, int width) {
        this.out = out;
        this.width = width;
    }

    static void write(ReplayReport report, Optional<ImageLayers> image, PrintWriter out, int width) {
        new ReportText(out, width).report(report, image);
    }

    private void report(ReplayReport report, Optional<ImageLayers> image) {
        out.println(Headline.of(report));
        String stage = "";
        out.println();
        out.println(Colour.faint("  re-run        in vain   each        line"));
        for (ReplayedStep step : report.steps()) {
            if (!step.stage().equals(stage)) {
                stage = step.stage();
                out.println(Characters.visible(stage));
            }
            step(step);
        }
        if (!report.suggestions().isEmpty()) {
            out.println();
            out.println("With a change, the same commits would have cost:");
            report.suggestions().forEach(variant -> suggestion(variant, report.totals()));
        }
        image.ifPresent(built -> ImageText.write(built, out, width));
        if (!report.notes().isEmpty()) {
            out.println();
            report.notes().forEach(note -> out.println("note: " + Characters.visible(note)));
        }
    }

    private void step(ReplayedStep step) {
        String often =
                "%5d %4s".formatted(step.reruns(), Numbers.percent(step.rate()).replace(" ", ""));
        String painted = step.reruns() == 0
                ? Colour.green(often)
                : step.rate() >= OFTEN ? Colour.red(often) : Colour.yellow(often);
        String vain = step.avoidable() == 0 ? "%8s".formatted("") : Colour.red("%8d".formatted(step.avoidable()));
        String guess = step.cost().source() == Cost.Source.ESTIMATED ? "~" : " ";
        String each = "%10s".formatted(guess + Numbers.duration(step.cost().seconds()));
        String text = Characters.visible(step.instruction().replaceAll("\\s+", " "));
        int room = Math.max(20, width - 45);
        String shown = text.length() > room ? text.substring(0, room - 1) + "…" : text;
        out.println("  " + painted + "   " + vain + " " + each + "  " + Colour.faint("%5d".formatted(step.line()))
                + "  " + shown);
        if (step.reruns() > 0 && step.avoidable() > 0) {
            List<Blame> worst =
                    step.blame().subList(0, Math.min(BLAMED, step.blame().size()));
            String because = worst.stream()
                    .map(blame -> blame.path() + " " + blame.commits() + "×")
                    .collect(Collectors.joining(", "));
            out.println(
                    Colour.faint("                                         because of " + Characters.visible(because)));
        }
    }

    private void suggestion(ReplayedVariant variant, Totals before) {
        double saved = before.seconds() - variant.totals().seconds();
        String share = before.seconds() == 0 ? "" : " (-" + Numbers.percent(saved / before.seconds()) + ")";
        out.println();
        out.println("  " + Numbers.duration(variant.totals().seconds()) + " rather than "
                + Numbers.duration(before.seconds()) + share + ": " + Characters.visible(variant.description())
                + (variant.safe() ? "" : " (look at it before you take it)") + "  [" + variant.rule() + "]");
        variant.diff().lines().forEach(line -> out.println("    " + painted(Characters.visible(line))));
    }

    private static String painted(String line) {
        if (line.startsWith("+")) {
            return Colour.green(line);
        }
        return line.startsWith("-") ? Colour.red(line) : line;
    }
}
