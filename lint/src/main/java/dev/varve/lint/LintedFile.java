package dev.varve.lint;

import java.util.List;

/**
 * What linting one file gave.
 *
 * @param findings in the order of the file
 * @param unusedIgnores comments that ignore something which was not found
 */
public record LintedFile(SourceFile source, List<Finding> findings, List<Ignore> unusedIgnores) {
    public LintedFile {
        findings = List.copyOf(findings);
        unusedIgnores = List.copyOf(unusedIgnores);
    }

    /** The same without what it says of ignores. */
    public LintedFile withoutUnusedIgnores() {
        return new LintedFile(source, findings, List.of());
    }
}
