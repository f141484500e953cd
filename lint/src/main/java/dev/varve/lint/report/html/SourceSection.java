package dev.varve.lint.report.html;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.From;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.replay.ReplayedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Dockerfile line by line, with what each of its steps cost. */
final class SourceSection {
    private final ReplayReport report;
    private final Html html;
    private final double seconds;
    private final Map<Integer, Integer> steps = new HashMap<>();
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final List<Integer> stages = new ArrayList<>();
    private final Map<Integer, Integer> blamed = new HashMap<>();

    private SourceSection(ReplayReport report, Html html) {
        this.report = report;
        this.html = html;
        this.seconds = report.totals().seconds();
        for (int i = 0; i < report.steps().size(); i++) {
            steps.putIfAbsent(report.steps().get(i).line(), i);
        }
        List<BlameGroup> groups = BlameGroup.of(report.steps());
        for (int i = 0; i < groups.size(); i++) {
            for (int step : groups.get(i).steps()) {
                blamed.put(step, i);
            }
        }
        Dockerfile parsed = Dockerfile.parse(report.dockerfile(), report.text());
        for (Instruction instruction : parsed.instructions()) {
            int last = parsed.position(Math.max(
                            instruction.range().start(), instruction.range().end() - 1))
                    .line();
            for (int line = instruction.line(); line <= last; line++) {
                owners.put(line, instruction.line());
            }
            if (instruction instanceof From) {
                stages.add(instruction.line());
            }
        }
    }

    static void write(ReplayReport report, Html html) {
        new SourceSection(report, html).write();
    }

    private void write() {
        html.raw("""
                <section id="source" aria-labelledby="source-title">
                <h2 id="source-title">The Dockerfile, step by step</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="source-title">
                <table class="source">
                <colgroup><col class="line"><col><col class="rates"><col class="figure"><col class="figure"><col class="figure"></colgroup>
                <thead><tr><th scope="col">Line</th><th scope="col">Instruction</th><th scope="col">Ran again</th>\
                <th scope="col" class="number">Avoidable</th><th scope="col" class="number">Each</th>\
                <th scope="col" class="number">In all</th></tr></thead>
                <tbody>
                """);
        String[] lines = report.text().split("\r?\n", -1);
        int shown = lines.length > 1 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int number = 1; number <= shown; number++) {
            line(number, lines[number - 1]);
        }
        html.raw("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private void line(int number, String text) {
        Integer own = steps.get(number);
        Integer of = steps.get(owners.getOrDefault(number, 0));
        double share = of == null || seconds == 0 ? 0 : report.steps().get(of).seconds() / seconds;
        String kind = stages.contains(number) ? "stage" : own != null ? "step" : of != null ? "more" : "rest";
        html.put("<tr id=\"L{}\" class=\"{}\" style=\"--share:{}\">", number, kind, Figures.ratio(share, 1));
        Integer why = own == null ? null : blamed.get(own);
        if (why != null) {
            html.put("<th scope=\"row\"><a href=\"#why-{}\" title=\"Why it ran again\">{}</a></th>", why, number);
        } else {
            html.put("<th scope=\"row\">{}</th>", number);
        }
        if (own == null) {
            html.put("<td colspan=\"5\"><code>{}</code></td></tr>\n", text);
        } else {
            html.put("<td><code>{}</code></td>", text);
            figures(report.steps().get(own));
        }
    }

    private void figures(ReplayedStep step) {
        if (step.reruns() == 0) {
            html.put("""
                    <td class="always">{}</td><td></td><td class="number">{}</td><td></td></tr>
                    """, step.builds() == 0 ? "built once" : "always cached", Work.each(step));
            return;
        }
        html.put(
                """
                <td class="rate"><span class="track"><i class="avoidable" style="--part:{}"></i>\
                <i class="needed" style="--part:{}"></i></span> <b>{}</b> <small>{} of {}</small></td>\
                <td class="number">{}</td><td class="number">{}</td><td class="number"><b>{}</b></td></tr>
                """,
                Figures.ratio(step.avoidable(), step.builds()),
                Figures.ratio(step.reruns() - step.avoidable(), step.builds()),
                Figures.percent(step.rate()),
                Figures.count(step.reruns()),
                Figures.count(step.builds()),
                step.avoidable() == 0 ? "–" : Figures.count(step.avoidable()),
                Work.each(step),
                Work.all(step));
    }
}
