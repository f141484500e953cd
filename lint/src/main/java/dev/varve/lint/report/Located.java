package dev.varve.lint.report;

import dev.varve.lint.Finding;
import dev.varve.lint.LintedFile;
import java.util.stream.Stream;

/** A finding together with its file. */
record Located(LintedFile file, Finding finding) {
    static Stream<Located> in(LintedFile file) {
        return file.findings().stream().map(finding -> new Located(file, finding));
    }

    static Stream<UnusedIgnore> unusedIn(LintedFile file) {
        return file.unusedIgnores().stream()
                .map(ignore -> new UnusedIgnore(
                        file.source().path(),
                        file.source().position(ignore.comment().start()).line(),
                        ignore.rule()));
    }

    /** A comment that ignores what was not found. */
    record UnusedIgnore(String file, int line, String rule) {}

    String path() {
        return file.source().path();
    }

    Place place() {
        return Place.of(file.source(), finding.range());
    }

    /** The file's path as a relative or {@code file:} URI. */
    String uri() {
        return Uri.of(path());
    }
}
