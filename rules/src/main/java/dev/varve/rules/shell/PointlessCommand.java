package dev.varve.rules.shell;

import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;

/** A command that does nothing useful in a build. */
public final class PointlessCommand implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("pointless-command", Category.SHELL, Severity.INFO, "DL3001");
    private static final String[] NAMES = {"free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"};

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            for (Command command : run.script().commands()) {
                boolean agent = command.is("ssh") && run.run().mounts().stream().anyMatch(PointlessCommand::isSsh);
                if (command.is(NAMES) && !agent) {
                    findings.add(
                            command.word().range(),
                            command.name()
                                    + " tells of or acts on a running system, which a build is not; leave it out");
                }
            }
        }
    }

    private static boolean isSsh(Word mount) {
        return mount.text().contains("type=ssh");
    }
}
