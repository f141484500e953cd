package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedCommit;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.StepOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What became of every step at every commit: a place for the script to draw in, and the costliest commits as a table. */
final class HeatMapSection {
    private static final int COSTLIEST = 10;
    private static final int LONGEST = 120;

    private final ReplayReport report;
    private final Html html;

    private HeatMapSection(ReplayReport report, Html html) {
        this.report = report;
        this.html = html;
    }

    static void write(ReplayReport report, Html html) {
        if (!report.steps().isEmpty() && report.commits().size() > 1) {
            new HeatMapSection(report, html).write();
        }
    }

    private void write() {
        int steps = report.steps().size();
        int row = steps <= 14 ? 28 : steps <= 30 ? 22 : 17;
        html.raw("""
                <section id="heat" aria-labelledby="heat-title">
                <h2 id="heat-title">Commit by commit</h2>
                <p class="legend"><span><i class="hit"></i>from the cache</span><span><i class="needed"></i>ran again</span>\
                <span><i class="avoidable"></i>ran again, avoidable</span><span><i class="cold"></i>first build</span>\
                <span><i class="none"></i>no such step</span></p>
                """);
        html.put("""
                <div class="heat" style="--row:{}px">
                <div class="heat-labels" aria-hidden="true"><div class="heat-top">work a commit<br><b id="heat-scale"></b></div><ol>
                """, row);
        for (ReplayedStep step : report.steps()) {
            html.put("<li><small>{}</small> {}</li>\n", step.line(), Shown.line(step.instruction(), LONGEST));
        }
        html.put("""
                </ol></div>
                <canvas id="heat-map" tabindex="0" role="application" aria-roledescription="heat map" \
                aria-label="{} commits by {} steps. Arrow keys move from commit to commit and step to step, plus and minus zoom, \
                Home and End go to the ends." aria-describedby="heat-detail"></canvas>
                </div>
                """, report.commits().size(), steps);
        html.raw("""
                <div class="heat-foot"><div class="buttons" role="group" aria-label="Zoom of the heat map">\
                <button type="button" id="heat-out" aria-label="Zoom out">−</button>\
                <button type="button" id="heat-in" aria-label="Zoom in">+</button>\
                <button type="button" id="heat-all">All</button></div>
                <p id="heat-detail" aria-live="polite">Point at a cell, or use the arrow keys.</p></div>
                <noscript><p>The heat map is drawn by a script of this page, and scripts are turned off.</p></noscript>
                """);
        costliest();
        html.raw("</section>\n");
    }

    private void costliest() {
        List<ReplayedCommit> commits = report.commits();
        double[] seconds =
                commits.stream().mapToDouble(commit -> seconds(commit, false)).toArray();
        List<Integer> worst = IntStream.range(0, commits.size())
                .boxed()
                .filter(i -> seconds[i] > 0)
                .sorted(Comparator.comparingDouble(i -> -seconds[i]))
                .limit(COSTLIEST)
                .toList();
        if (worst.isEmpty()) {
            return;
        }
        html.raw("""
                <div class="scroll" tabindex="0" role="region" aria-label="The costliest commits">
                <table class="commits"><caption>The costliest commits</caption>
                <thead><tr><th scope="col">Commit</th><th scope="col">Date</th><th scope="col">Message</th>\
                <th scope="col" class="number">Steps</th><th scope="col" class="number">Work</th>\
                <th scope="col" class="number">Avoidable</th></tr></thead>
                <tbody>
                """);
        for (int i : worst) {
            ReplayedCommit commit = commits.get(i);
            html.put(
                    """
                    <tr><th scope="row"><button type="button" class="link" data-commit="{}">{}</button></th><td>{}</td>\
                    <td class="message"><bdi>{}</bdi></td><td class="number">{}</td><td class="number">{}</td>\
                    <td class="number">{}</td></tr>
                    """,
                    i,
                    PageData.id(commit),
                    PageData.date(commit),
                    Shown.line(commit.message(), LONGEST),
                    reruns(commit),
                    Figures.duration(seconds[i]),
                    Figures.duration(seconds(commit, true)));
        }
        html.raw("</tbody></table>\n</div>\n");
    }

    private double seconds(ReplayedCommit commit, boolean avoidable) {
        double sum = 0;
        for (int i = 0; i < commit.outcomes().size(); i++) {
            StepOutcome outcome = commit.outcomes().get(i);
            if (outcome == StepOutcome.AVOIDABLE || (outcome == StepOutcome.RERUN && !avoidable)) {
                sum += report.steps().get(i).cost().seconds();
            }
        }
        return sum;
    }

    private static long reruns(ReplayedCommit commit) {
        return commit.outcomes().stream()
                .filter(outcome -> outcome == StepOutcome.RERUN || outcome == StepOutcome.AVOIDABLE)
                .count();
    }
}
