package dev.varve.lint.report.html;

import dev.varve.lint.history.ReplayReport;
import dev.varve.lint.history.ReplayedCommit;
import dev.varve.lint.history.ReplayedVariant;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.Blame;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.StepOutcome;
import dev.varve.lint.history.replay.Totals;
import dev.varve.plan.CacheModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pasts to show. */
final class Pasts {
    /** What would run, were it taken for anything but text. */
    static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\u2028\u202E{}${alert(3)}";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Pasts() {}

    /** Four commits of which two run the install in vain; a change would save that. */
    static ReplayReport ordinary() {
        String text = """
                # Made for a test
                FROM node
                COPY . .
                RUN npm ci && \\
                    npm run build
                """;
        List<ReplayedStep> steps = List.of(
                step(3, "COPY . .", 3, 3, 0, 0.5, Cost.Source.ESTIMATED, new Blame("src/**", 2), new Blame("a.js", 1)),
                step(4, "RUN npm ci && npm run build", 3, 3, 2, 20, Cost.Source.MEASURED, new Blame("src/**", 3)));
        String diff = """
                --- a/Dockerfile
                +++ b/Dockerfile
                @@ -2,2 +2,3 @@
                 FROM node
                +COPY package.json .
                -COPY . .
                """;
        return new ReplayReport(
                "app/Dockerfile",
                text,
                CacheModel.BUILDKIT,
                "what all earlier commits left",
                commits("cc", "ra", "rr", "ra"),
                steps,
                Totals.of(steps),
                List.of(new ReplayedVariant(
                        "manifests", "Copy the manifests first", true, diff, new Totals(4, 0, 0.5, 21.5))),
                List.of("two files are missing"));
    }

    /** The same with nothing but hostile text wherever text may stand. */
    static ReplayReport hostile() {
        ReplayReport past = ordinary();
        return new ReplayReport(
                HOSTILE,
                "FROM node\nCOPY " + HOSTILE.replace("\u2028", "") + " .\n",
                past.model(),
                HOSTILE,
                past.commits().stream()
                        .map(commit -> new ReplayedCommit(commit.id(), HOSTILE, commit.time(), commit.outcomes()))
                        .toList(),
                past.steps().stream()
                        .map(step -> new ReplayedStep(
                                HOSTILE, 2, HOSTILE, 3, 3, 1, step.cost(), List.of(new Blame(HOSTILE, 2))))
                        .toList(),
                past.totals(),
                List.of(new ReplayedVariant(
                        HOSTILE,
                        HOSTILE,
                        false,
                        "+" + HOSTILE,
                        past.suggestions().get(0).totals())),
                List.of(HOSTILE));
    }

    /** As long and as wide as they come. */
    static ReplayReport large(int commits, int steps) {
        StringBuilder text = new StringBuilder("FROM node\n");
        List<ReplayedStep> replayed = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            text.append("RUN step ").append(i).append('\n');
            replayed.add(step(i + 2, "RUN step " + i, commits - 1, commits / 2, commits / 4, i, Cost.Source.ESTIMATED));
        }
        String[] outcomes = new String[commits];
        outcomes[0] = "c".repeat(steps);
        for (int i = 1; i < commits; i++) {
            outcomes[i] = (i % 7 == 0 ? "h" : i % 3 == 0 ? "a" : "r").repeat(steps);
        }
        return new ReplayReport(
                "Dockerfile",
                text.toString(),
                CacheModel.BUILDKIT,
                "what all earlier commits left",
                commits(outcomes),
                replayed,
                Totals.of(replayed),
                List.of(),
                List.of());
    }

    /** A repository with one commit. */
    static ReplayReport young() {
        List<ReplayedStep> steps = List.of(step(2, "RUN make", 0, 0, 0, 20, Cost.Source.ESTIMATED));
        return new ReplayReport(
                "Dockerfile",
                "FROM debian\nRUN make",
                CacheModel.CLASSIC,
                "what all earlier commits left",
                commits("c"),
                steps,
                Totals.of(steps),
                List.of(),
                List.of());
    }

    private static ReplayedStep step(
            int line,
            String text,
            int builds,
            int reruns,
            int avoidable,
            double seconds,
            Cost.Source source,
            Blame... blame) {
        return new ReplayedStep("0", line, text, builds, reruns, avoidable, new Cost(seconds, source), List.of(blame));
    }

    private static List<ReplayedCommit> commits(String... outcomes) {
        List<ReplayedCommit> commits = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            commits.add(new ReplayedCommit(
                    "%040x".formatted(0xabcdef0000000000L + i).substring(24) + "0".repeat(24),
                    "Change number " + i,
                    START.plus(Duration.ofDays(i)),
                    outcomes[i].chars().mapToObj(Pasts::outcome).toList()));
        }
        return commits;
    }

    private static StepOutcome outcome(int letter) {
        return switch (letter) {
            case 'h' -> StepOutcome.HIT;
            case 'r' -> StepOutcome.RERUN;
            case 'a' -> StepOutcome.AVOIDABLE;
            case 'c' -> StepOutcome.COLD;
            default -> StepOutcome.NONE;
        };
    }
}
