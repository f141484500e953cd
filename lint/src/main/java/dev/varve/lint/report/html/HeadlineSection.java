package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedCommit;
import dev.varve.lint.history.ReplayedVariant;
import java.util.List;

/** What it comes to. */
final class HeadlineSection {
    private HeadlineSection() {}

    static void write(ReplayReport report, Html html) {
        html.put("<header>\n<p class=\"eyebrow\">Layer cache</p>\n<h1>{}</h1>\n", report.dockerfile());
        html.put("<p class=\"lead\">{}</p>\n", over(report));
        Work work = Work.of(report);
        html.raw("<dl class=\"tiles\">\n");
        tile(html, "", (work.guessed() ? "~" : "") + Figures.duration(work.seconds()), "rebuild work", reruns(report));
        tile(html, "avoidable", share(work.avoidable(), work.seconds()), "avoidable", avoidable(report, work));
        tile(
                html,
                "",
                Figures.percent(report.totals().hitRate()),
                "from the cache",
                "of all steps of all commits after the first");
        report.suggestions().stream().findFirst().ifPresent(best -> saving(html, best, work));
        html.raw("</dl>\n");
        if (work.seconds() > 0) {
            bars(report, html, work);
        }
        html.raw("</header>\n");
    }

    private static String over(ReplayReport report) {
        List<ReplayedCommit> commits = report.commits();
        if (commits.isEmpty()) {
            return "No commits were replayed.";
        }
        ReplayedCommit first = commits.get(0);
        ReplayedCommit last = commits.get(commits.size() - 1);
        return Figures.count(commits.size(), "commit") + " from " + PageData.date(first) + " (" + PageData.id(first)
                + ") to " + PageData.date(last) + " (" + PageData.id(last)
                + "), replayed in order through the layer cache; nothing was built.";
    }

    private static String reruns(ReplayReport report) {
        String steps = Figures.count(report.totals().rerunSteps(), "step") + " ran again";
        int builds = report.commits().size() - 1;
        return builds < 1
                ? steps
                : steps + "; " + Figures.duration(report.totals().seconds() / builds) + " a commit on average";
    }

    private static String avoidable(ReplayReport report, Work work) {
        return Figures.duration(work.avoidable()) + " in "
                + Figures.count(report.totals().avoidable(), "step") + " that read nothing that had changed";
    }

    private static String share(double part, double whole) {
        return Figures.percent(whole <= 0 ? 0 : part / whole);
    }

    private static void saving(Html html, ReplayedVariant best, Work work) {
        double after = best.totals().seconds();
        tile(
                html,
                "good",
                "−" + share(work.seconds() - after, work.seconds()),
                "with the best change",
                Figures.duration(after) + " rather than " + Figures.duration(work.seconds())
                        + (best.safe() ? "" : "; to be looked at before it is taken"));
    }

    private static void tile(Html html, String kind, String figure, String what, String detail) {
        html.put("""
                <div class="tile {}"><dt>{}</dt><dd><strong>{}</strong><span>{}</span></dd></div>
                """, kind, what, figure, detail);
    }

    private static void bars(ReplayReport report, Html html, Work work) {
        html.raw("<div class=\"compare\" aria-hidden=\"true\">\n");
        html.put(
                """
                <span>as it is</span><span class="track"><i class="avoidable" style="--part:{}"></i>\
                <i class="needed" style="--part:{}"></i></span>
                """,
                Figures.ratio(work.avoidable(), work.seconds()),
                Figures.ratio(work.seconds() - work.avoidable(), work.seconds()));
        report.suggestions().stream()
                .findFirst()
                .ifPresent(best -> html.put("""
                        <span>with the best change</span><span class="track"><i class="good" style="--part:{}"></i></span>
                        """, Figures.ratio(best.totals().seconds(), work.seconds())));
        html.raw("""
                </div>
                <p class="legend" aria-hidden="true"><span><i class="avoidable"></i>avoidable</span>\
                <span><i class="needed"></i>needed</span></p>
                """);
    }
}
