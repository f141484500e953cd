package dev.varve.lint;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO,
    STYLE;

    /** Whether a finding of this severity is at least as bad as {@code threshold}. */
    public boolean reaches(Severity threshold) {
        return compareTo(threshold) <= 0;
    }

    /** The name as it is written in configurations and printed: {@code warning}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
