package dev.varve.lint;

import dev.varve.dockerfile.Dockerfile;
import java.util.List;

/**
 * What linting one file gave.
 *
 * @param findings in the order of the file
 * @param unusedIgnores comments that ignore something which was not found
 */
public record LintedFile(Dockerfile dockerfile, List<Finding> findings, List<Ignore> unusedIgnores) {
    public LintedFile {
        findings = List.copyOf(findings);
        unusedIgnores = List.copyOf(unusedIgnores);
    }
}
