package dev.varve.cli.report;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.ReplayedStep;

/** A report in one sentence. */
final class Headline {
    private Headline() {}

    static String of(ReplayReport report) {
        double vain = report.steps().stream()
                .mapToDouble(ReplayedStep::avoidableSeconds)
                .sum();
        double all = report.totals().seconds();
        boolean measured = report.steps().stream()
                .allMatch(step -> step.reruns() == 0 || step.cost().source() == Cost.Source.MEASURED);
        String share = all == 0 ? "" : " (" + Numbers.percent(vain / all) + ")";
        return report.dockerfile() + ": over " + report.commits().size() + " commits, "
                + report.totals().rerunSteps() + " steps ran again and took "
                + (measured ? "" : "about ") + Numbers.duration(all) + "; "
                + report.totals().avoidable()
                + " of them ran in vain" + (vain == 0 ? "" : ", for " + Numbers.duration(vain) + share)
                + ". Hit rate " + Numbers.percent(report.totals().hitRate()) + "; the cache holds " + report.policy()
                + ".";
    }
}
