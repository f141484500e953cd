package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedCommit;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.StepOutcome;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the heat map is drawn from, as JSON: {@code {"steps":[[line,text,seconds,guessed,outcomes]],"commits":[[id,date,message]]}}. */
final class PageData {
    private static final int ID = 10;
    private static final int LONGEST = 120;

    private PageData() {}

    static String of(ReplayReport report) {
        StringBuilder json = new StringBuilder("{\"steps\":[");
        List<ReplayedStep> steps = report.steps();
        for (int i = 0; i < steps.size(); i++) {
            json.append(i == 0 ? "" : ",").append(step(steps.get(i), outcomes(report.commits(), i)));
        }
        return json.append("],\"commits\":[")
                .append(report.commits().stream().map(PageData::commit).collect(Collectors.joining(",\n")))
                .append("]}")
                .toString();
    }

    private static String step(ReplayedStep step, String outcomes) {
        return "[" + step.line() + "," + Shown.json(Shown.line(step.instruction(), LONGEST)) + ","
                + String.format(Locale.ROOT, "%.3f", step.cost().seconds()) + ","
                + Work.isGuessed(step) + ",\"" + outcomes + "\"]";
    }

    private static String commit(ReplayedCommit commit) {
        return "[" + Shown.json(id(commit)) + ",\"" + date(commit) + "\","
                + Shown.json(Shown.line(commit.message(), LONGEST)) + "]";
    }

    static String id(ReplayedCommit commit) {
        return commit.id().substring(0, Math.min(ID, commit.id().length()));
    }

    static String date(ReplayedCommit commit) {
        return commit.time().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A letter for each run of the same outcome, and how long it is where that is not 1. */
    private static String outcomes(List<ReplayedCommit> commits, int step) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < commits.size()) {
            StepOutcome outcome = commits.get(from).outcomes().get(step);
            int end = from + 1;
            while (end < commits.size() && commits.get(end).outcomes().get(step) == outcome) {
                end++;
            }
            text.append(letter(outcome)).append(end - from == 1 ? "" : Integer.toString(end - from));
            from = end;
        }
        return text.toString();
    }

    private static char letter(StepOutcome outcome) {
        return switch (outcome) {
            case HIT -> 'h';
            case RERUN -> 'r';
            case AVOIDABLE -> 'a';
            case COLD -> 'c';
            case NONE -> 'n';
        };
    }
}
