package dev.varve.lint.history;

import dev.varve.lint.Category;
import dev.varve.lint.Finding;
import dev.varve.lint.Fix;
import dev.varve.lint.LintedFile;
import dev.varve.lint.history.cost.Cost;
import dev.varve.lint.history.replay.BlameGroups;
import dev.varve.lint.history.replay.ReplayedStep;
import dev.varve.lint.history.replay.Totals;
import dev.varve.lint.history.search.Variant;
import dev.varve.lint.layers.Heat;
import dev.varve.plan.PlanException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The past of a Dockerfile as evidence for what the cache rules find in it. */
public final class MeasuredFindings {
    /** The name of what is measured among a finding's evidence. */
    public static final String EVIDENCE = "history";

    private final HistoryReplay replay;
    private final ReplayReport report;
    private final Heat heat;

    /** @param replay of the text that is linted; its repository stays open as long as this is used */
    public MeasuredFindings(HistoryReplay replay) {
        this.replay = replay;
        this.report = replay.report(List.of());
        this.heat = replay.heat();
    }

    /** How often the files of the build context changed. */
    public Heat heat() {
        return heat;
    }

    /** The same findings, those of cache rules with what the past shows of them. */
    public LintedFile measured(LintedFile linted) {
        return new LintedFile(
                linted.source(),
                linted.findings().stream()
                        .map(finding ->
                                finding.rule().category() == Category.CACHE ? measured(finding, linted) : finding)
                        .toList(),
                linted.unusedIgnores());
    }

    private Finding measured(Finding finding, LintedFile linted) {
        List<ReplayedStep> steps = steps(finding, linted);
        if (steps.isEmpty()) {
            return finding;
        }
        Map<String, Object> history = new LinkedHashMap<>();
        history.put("commits", report.commits().size());
        Totals totals = Totals.of(steps);
        history.put("reruns", totals.rerunSteps());
        history.put("avoidable", totals.avoidable());
        history.put("seconds", rounded(totals.seconds()));
        boolean measured = steps.stream().allMatch(step -> step.cost().source() == Cost.Source.MEASURED);
        history.put("source", measured ? "measured" : "estimated");
        history.put("paths", paths(steps));
        fix(finding).ifPresent(fix -> history.put("fix", fix));
        Map<String, Object> evidence = new LinkedHashMap<>(finding.evidence());
        evidence.put(EVIDENCE, history);
        return new Finding(
                finding.rule(), finding.severity(), finding.range(), finding.message(), evidence, finding.fixes());
    }

    /** The steps that a finding says it costs; where it says none, those it is about. */
    private List<ReplayedStep> steps(Finding finding, LintedFile linted) {
        List<Integer> lines = new ArrayList<>();
        if (finding.evidence().get("steps") instanceof List<?> costs) {
            for (Object cost : costs) {
                if (cost instanceof Map<?, ?> step && step.get("line") instanceof Integer line) {
                    lines.add(line);
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add(linted.source().position(finding.range().start()).line());
        }
        return report.steps().stream()
                .filter(step -> lines.contains(step.line()))
                .toList();
    }

    private static List<Map<String, Object>> paths(List<ReplayedStep> steps) {
        Map<String, Integer> commits = new LinkedHashMap<>();
        steps.forEach(step -> step.blame().forEach(blame -> commits.merge(blame.path(), blame.commits(), Math::max)));
        return commits.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(BlameGroups.MOST)
                .map(entry -> Map.<String, Object>of("path", entry.getKey(), "commits", entry.getValue()))
                .toList();
    }

    /** What the best fix would have saved; empty where there is none that can be replayed. */
    private Optional<Map<String, Object>> fix(Finding finding) {
        if (finding.fixes().isEmpty()) {
            return Optional.empty();
        }
        Fix fix = finding.fixes().get(0);
        try {
            Totals with = replay.totals(variant(finding, fix));
            Map<String, Object> saving = new LinkedHashMap<>();
            saving.put("description", fix.description());
            saving.put("reruns", report.totals().rerunSteps() - with.rerunSteps());
            saving.put("seconds", rounded(report.totals().seconds() - with.seconds()));
            return Optional.of(saving);
        } catch (PlanException e) {
            return Optional.empty();
        }
    }

    private Variant variant(Finding finding, Fix fix) {
        String rule = finding.rule().id();
        return fix.other().isPresent()
                ? Variant.ofIgnoreFile(
                        rule,
                        fix.description(),
                        fix.safe(),
                        fix.appliedTo(fix.other().get().text()))
                : Variant.ofDockerfile(rule, fix.description(), fix.safe(), fix.appliedTo(replay.dockerfileText()));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }
}
