package dev.varve.lint.report;

import dev.varve.lint.Finding;
import dev.varve.lint.LintedFile;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run of the linter gave.
 *
 * @param files every file that was linted, in the order in which they were given
 * @param version of the linter
 * @param summaries what a rule is about, in a sentence; empty where it has no page
 */
public record LintReport(List<LintedFile> files, String version, Function<RuleInfo, String> summaries) {
    public LintReport {
        files = List.copyOf(files);
    }

    /** The number of findings of this severity. */
    public long count(Severity severity) {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** The worst severity that was found. */
    public Optional<Severity> worst() {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .map(Finding::severity)
                .min(Severity::compareTo);
    }

    /** The number of findings for which there is a fix that leaves the image the same. */
    public long safelyFixable() {
        return files.stream()
                .flatMap(file -> file.findings().stream())
                .filter(finding -> finding.fixes().stream().anyMatch(fix -> fix.safe()))
                .count();
    }
}
