package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import java.util.List;

/** Because of what steps ran again, the costliest first. */
final class BlameSection {
    private static final int LONGEST = 140;

    private BlameSection() {}

    static void write(ReplayReport report, Html html) {
        List<BlameGroup> groups = BlameGroup.of(report.steps());
        if (groups.isEmpty()) {
            return;
        }
        html.raw("""
                <section id="why" aria-labelledby="why-title">
                <h2 id="why-title">Why steps ran again</h2>
                <p class="lead">The costliest first. A bar is the share of commits at which this was a cause.</p>
                <div class="cards">
                """);
        for (int i = 0; i < groups.size(); i++) {
            group(i, groups.get(i), report.steps(), html);
        }
        html.raw("</div>\n</section>\n");
    }

    private static void group(int index, BlameGroup group, List<ReplayedStep> steps, Html html) {
        html.put(
                """
                <article class="card" id="why-{}" tabindex="-1">
                <h3>Ran again at {} of {}, for {}</h3>
                <table class="steps"><tbody>
                """,
                index,
                Figures.count(group.reruns()),
                Figures.count(group.builds(), "commit"),
                total(group, steps));
        for (int i : group.steps()) {
            ReplayedStep step = steps.get(i);
            html.put("""
                    <tr><th scope="row"><a href="#L{}">line {}</a></th><td><code>{}</code></td><td class="number">{}</td></tr>
                    """, step.line(), step.line(), Shown.line(step.instruction(), LONGEST), avoidable(step));
        }
        html.raw("</tbody></table>\n<ul class=\"blame\">\n");
        for (Blame blame : group.blame()) {
            html.put(
                    "<li style=\"--part:{}\"><code>{}</code> <span>{}</span></li>\n",
                    Figures.ratio(blame.commits(), group.builds()),
                    blame.path(),
                    Figures.count(blame.commits(), "commit"));
        }
        html.raw("</ul></article>\n");
    }

    private static String total(BlameGroup group, List<ReplayedStep> steps) {
        boolean guessed = group.steps().stream().anyMatch(i -> Work.isGuessed(steps.get(i)));
        return (guessed ? "~" : "") + Figures.duration(group.seconds());
    }

    private static String avoidable(ReplayedStep step) {
        return step.avoidable() == 0 ? "" : Figures.count(step.avoidable()) + " avoidable";
    }
}
