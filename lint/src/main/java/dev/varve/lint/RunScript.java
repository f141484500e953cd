package dev.varve.lint;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.shell.Script;
import java.util.Optional;

/**
 * A RUN with what it runs.
 *
 * @param placed the RUN and where it stands
 * @param run the RUN
 * @param script its commands
 */
public record RunScript(Placed placed, Run run, Script script) {
    /** The stage it stands in. */
    public Optional<Stage> stage() {
        return placed.stage();
    }

    /** Whether it is written for a shell, so that words can be put into it as they are. */
    public boolean isShellForm() {
        return run.syntax().form() == Form.SHELL;
    }
}
