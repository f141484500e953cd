package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedVariant;
import dev.varve.lint.history.replay.Totals;
import java.util.List;

/** Changes that would have saved something, each with what the same history would have come to. */
final class SuggestionSection {
    private SuggestionSection() {}

    static void write(ReplayReport report, Html html) {
        html.raw("""
                <section id="changes" aria-labelledby="changes-title">
                <h2 id="changes-title">What a change would have saved</h2>
                """);
        List<ReplayedVariant> suggestions = report.suggestions();
        if (suggestions.isEmpty()) {
            html.raw("<p class=\"lead\">No change was found with which the same commits would have cost less.</p>\n");
        }
        for (int i = 0; i < suggestions.size(); i++) {
            suggestion(suggestions.get(i), report.totals(), i == 0, html);
        }
        html.raw("</section>\n");
    }

    private static void suggestion(ReplayedVariant variant, Totals before, boolean open, Html html) {
        Totals after = variant.totals();
        double saved = before.seconds() <= 0 ? 0 : (before.seconds() - after.seconds()) / before.seconds();
        html.raw(open ? "<details class=\"card change\" open>" : "<details class=\"card change\">");
        html.put(
                """
                <summary><span class="saved">−{}</span> <span>{}</span> <span class="badge {}">{}</span></summary>
                """,
                Figures.percent(saved),
                variant.description(),
                variant.safe() ? "safe" : "look",
                variant.safe() ? "same image" : "look at it before you take it");
        html.raw("""
                <div class="wide"><table class="totals"><thead><tr><td></td><th scope="col" class="number">Work</th>\
                <th scope="col" class="number">Steps run again</th><th scope="col" class="number">Avoidable</th>\
                <th scope="col" class="number">From the cache</th></tr></thead><tbody>
                """);
        row("before", before, html);
        row("after", after, html);
        html.raw("</tbody></table></div>\n");
        diff(variant.diff(), html);
        html.put("<p class=\"rule\">{}</p></details>\n", variant.rule());
    }

    private static void row(String when, Totals totals, Html html) {
        html.put(
                """
                <tr><th scope="row">{}</th><td class="number">{}</td><td class="number">{}</td><td class="number">{}</td>\
                <td class="number">{}</td></tr>
                """,
                when,
                Figures.duration(totals.seconds()),
                Figures.count(totals.rerunSteps()),
                Figures.count(totals.avoidable()),
                Figures.percent(totals.hitRate()));
    }

    private static void diff(String diff, Html html) {
        html.raw("<pre class=\"diff\" tabindex=\"0\" aria-label=\"The change as a unified diff\"><code>");
        diff.lines().forEach(line -> html.put("<span class=\"{}\">{}</span>\n", kind(line), line));
        html.raw("</code></pre>\n");
    }

    private static String kind(String line) {
        if (line.startsWith("+++ ") || line.startsWith("--- ")) {
            return "file";
        }
        if (line.startsWith("@@")) {
            return "hunk";
        }
        return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
    }
}
