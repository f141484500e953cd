package dev.varve.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of a file. */
final class Problems {
    private final SourceText source;
    private final List<Diagnostic> diagnostics;
    private final Diagnostic.Severity worst;
    private int errors;

    Problems(SourceText source) {
        this(source, new ArrayList<>(), Diagnostic.Severity.ERROR);
    }

    private Problems(SourceText source, List<Diagnostic> diagnostics, Diagnostic.Severity worst) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.worst = worst;
    }

    /** Adds to the same diagnostics, but gives warnings where there would be errors. */
    Problems asWarnings() {
        return new Problems(source, diagnostics, Diagnostic.Severity.WARNING);
    }

    void error(SourceRange range, String message) {
        errors++;
        add(worst, range, message);
    }

    void warning(SourceRange range, String message) {
        add(Diagnostic.Severity.WARNING, range, message);
    }

    private void add(Diagnostic.Severity severity, SourceRange range, String message) {
        diagnostics.add(new Diagnostic(severity, source.file(), source.position(range.start()), range, message));
    }

    /** The line of an offset. */
    int line(int offset) {
        return source.position(offset).line();
    }

    /** The number of errors so far, given as warnings or not. */
    int errors() {
        return errors;
    }

    List<Diagnostic> inFileOrder() {
        diagnostics.sort((a, b) -> Integer.compare(a.range().start(), b.range().start()));
        return diagnostics;
    }
}
