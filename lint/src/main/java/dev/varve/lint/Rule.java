package dev.varve.lint;

import dev.varve.lint.page.RulePage;

/** Looks at a Dockerfile and tells what it finds. Rules have no state and are used by several threads. */
public interface Rule {
    RuleInfo info();

    /** Adds a finding for each place where the rule is broken. Not called for files without a stage. */
    void check(Subject subject, Findings findings);

    /**
     * What the rule says of itself, with examples that are its tests.
     *
     * @throws IllegalStateException where it has no page
     */
    default RulePage page() {
        return RulePage.beside(getClass(), info().id());
    }
}
