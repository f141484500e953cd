package dev.varve.rules.shell;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
import dev.varve.dockerfile.Stage;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.movement.Reads;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Statement;
import java.util.List;

/** RUNs that could be one. */
public final class ConsecutiveRuns implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("consecutive-runs", Category.SHELL, Severity.INFO, "DL3059");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Stage stage : subject.dockerfile().stages()) {
            if (subject.isShipped(stage)) {
                check(stage, subject, findings);
            }
        }
    }

    private static void check(Stage stage, Subject subject, Findings findings) {
        Run before = null;
        for (Instruction instruction : stage.instructions()) {
            Run run = instruction instanceof Run next && isShort(next, subject) ? next : null;
            if (run != null && before != null && !isInstall(before) && !isInstall(run)) {
                report(before, run, subject, findings);
            }
            before = run;
        }
    }

    /** Whether it is so little that it was hardly put into a RUN of its own for a reason. */
    private static boolean isShort(Run run, Subject subject) {
        Script script = subject.script(run);
        return run.syntax().flags().isEmpty()
                && run.syntax().heredocs().isEmpty()
                && script.isKnown()
                && script.commands().size() <= 1;
    }

    /** An install of what manifests name stays a step of its own, which changed sources leave alone. */
    private static boolean isInstall(Run run) {
        return Reads.of(run) instanceof Reads.Manifests;
    }

    private static void report(Run before, Run run, Subject subject, Findings findings) {
        Findings.Draft found = findings.add(
                run, "Each RUN is a layer of its own; this one and the one before could be one, joined by &&");
        SourceRange between = new SourceRange(
                before.range().end(),
                run.command().isEmpty()
                        ? before.range().end()
                        : run.command().get(0).range().start());
        boolean next = subject.dockerfile().text(between).matches("\\s*(?i:RUN)\\s+");
        if (next && isJoinable(before, subject) && isJoinable(run, subject)) {
            found.unsafeFix("Join them by &&", edits -> edits.replace(between, " \\\n && "));
        }
    }

    private static boolean isJoinable(Run run, Subject subject) {
        Script script = subject.script(run);
        List<Statement.Sequence.Item> items = script.body().items();
        boolean chain = items.size() == 1
                && !items.get(0).background()
                && isChain(items.get(0).statement());
        return chain
                && run.syntax().form() == Form.SHELL
                && script.problems().isEmpty()
                && items.get(0).statement().range().end() == run.range().end()
                && script.commands("cd", "set", "export", "exit", "exec", "trap", "umask", "unset")
                        .isEmpty();
    }

    private static boolean isChain(Statement statement) {
        return statement instanceof Statement.AndOr chain
                ? !chain.operators().contains(Statement.ChainOperator.OR)
                : statement instanceof Statement.Simple;
    }
}
