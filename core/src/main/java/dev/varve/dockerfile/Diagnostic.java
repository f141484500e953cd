package dev.varve.dockerfile;

/**
 * Something found wrong in a Dockerfile.
 *
 * @param severity {@code ERROR} for what BuildKit refuses to build
 * @param file the name the file was parsed under
 * @param position where it begins
 * @param range the chars it is about
 * @param message what was found, what was expected, and a suggestion where there is one
 */
public record Diagnostic(Severity severity, String file, Position position, SourceRange range, String message) {
    /** How much a diagnostic matters. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** 1-based line number. */
    public int line() {
        return position.line();
    }

    /** 1-based column. */
    public int column() {
        return position.column();
    }

    /** {@code file:line:column: severity: message}. */
    @Override
    public String toString() {
        return file + ":" + position + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + message;
    }
}
