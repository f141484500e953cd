package dev.varve.rules.shell;

import dev.varve.dockerfile.SourceRange;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Statement;

/** {@code cd} where WORKDIR would do. */
public final class CdInsteadOfWorkdir implements Rule {
    private static final RuleInfo INFO =
            RuleInfo.of("cd-instead-of-workdir", Category.SHELL, Severity.WARNING, "DL3003");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            run.script().commands("cd").stream().findFirst().ifPresent(cd -> report(cd, run, findings));
        }
    }

    private static void report(Command cd, RunScript run, Findings findings) {
        Findings.Draft found = findings.add(
                cd.range(), "The change of folder ends with this RUN; set it with WORKDIR for what follows");
        Statement.AndOr chain = cd.place().chain();
        if (chain == null || !isFirstOfAll(cd, chain, run)) {
            return;
        }
        String folder = cd.arguments().get(0).text();
        int next = chain.statements().get(1).range().start();
        found.unsafeFix(
                "Set it with WORKDIR",
                edits -> edits.insertBefore(run.run(), "WORKDIR " + folder)
                        .delete(new SourceRange(cd.range().start(), next)));
    }

    private static boolean isFirstOfAll(Command cd, Statement.AndOr chain, RunScript run) {
        boolean plain = run.isShellForm()
                && run.run().syntax().heredocs().isEmpty()
                && !run.placed().onBuild();
        boolean first = cd.place().link() == 0
                && cd.place().depth() == 0
                && chain.operators().get(0) == Statement.ChainOperator.AND
                && cd.range().start() == run.run().command().get(0).range().start();
        return plain
                && first
                && cd.arguments().size() == 1
                && cd.arguments().get(0).isLiteral()
                && cd.arguments().get(0).text().matches("/[\\w./-]*");
    }
}
