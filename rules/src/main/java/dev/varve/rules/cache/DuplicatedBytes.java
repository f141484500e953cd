package dev.varve.rules.cache;

import dev.varve.context.Entry;
import dev.varve.dockerfile.Add;
import dev.varve.dockerfile.Copy;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.Word;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.ContextCopy;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.Optional;

/** Rights or owner of copied files are changed in a later step, which stores the files a second time. */
public final class DuplicatedBytes implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("duplicated-bytes", Category.CACHE, Severity.INFO);

    private static final long MUCH = 1 << 20;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (subject.isShipped(view.stage())
                        && instruction instanceof Run run
                        && run.syntax().form() == Form.SHELL) {
                    for (Command command : subject.script(run).commands("chmod", "chown")) {
                        if (!command.place().conditional()) {
                            check(view, run, subject.script(run), command, findings);
                        }
                    }
                }
            }
        }
    }

    private static void check(StageView view, Run run, Script script, Command command, Findings findings) {
        List<ShellWord> operands = command.operands();
        for (ShellWord operand : operands.subList(Math.min(1, operands.size()), operands.size())) {
            Optional<String> path = CopiedPath.resolve(view, run, operand.text());
            Optional<CopiedPath> copied = CopiedPath.above(view, run).stream()
                    .filter(to -> to.path().equals(path.orElse("")))
                    .filter(to -> to.copy().syntax().flag(command.name()) == null)
                    .filter(to -> to.file()
                            || command.hasFlag("R", "recursive")
                            || isFile(view, to, operands.get(0).text()))
                    .findFirst();
            if (copied.isPresent()) {
                report(view, run, script, command, copied.get(), findings);
                return;
            }
        }
    }

    /** Whether it is a file though its name does not tell: one of the context, or what is made executable. */
    private static boolean isFile(StageView view, CopiedPath copied, String mode) {
        Optional<ContextCopy> files = view.copy(copied.copy());
        if (files.isPresent() && view.context().isPresent()) {
            return files.get().sources().containsAll(files.get().paths());
        }
        Word destination =
                copied.copy() instanceof Copy copy ? copy.destination() : ((Add) copied.copy()).destination();
        return !destination.text().matches("(.*/)?\\.{0,2}") && mode.matches("[ugoa]*\\+x|0?[57][0-7]{2}");
    }

    private static void report(
            StageView view, Run run, Script script, Command command, CopiedPath copied, Findings findings) {
        String what = command.operands().get(0).text();
        Optional<ContextCopy> files = view.copy(copied.copy());
        long bytes = files.map(ContextCopy::bytes).orElse(0L);
        Optional<String> value = value(command, what, files, copied);
        String flag = "--" + command.name() + value.map(text -> "=" + text).orElse("");
        Findings.Draft finding = findings.add(
                        command.range(),
                        command.name() + " stores what line " + copied.copy().line() + " copies a second time"
                                + (bytes > 0 ? " (" + Bytes.text(bytes) + ")" : "") + "; give that "
                                + copied.copy().name() + " "
                                + flag + " instead")
                .evidence(
                        "steps",
                        Evidence.steps(List.of(
                                view.step(copied.copy()).orElseThrow(),
                                view.step(run).orElseThrow())))
                .evidence("paths", List.of(copied.path()))
                .evidence("bytes", bytes);
        if (bytes > MUCH) {
            finding.severity(Severity.WARNING);
        } else if (command.is("chmod")) {
            finding.severity(Severity.STYLE);
        }
        boolean alone = script.commands().size() == 1
                && command.operands().size() == 2
                && run.syntax().flags().isEmpty();
        boolean single = copied.file()
                && !command.hasFlag("R", "recursive")
                && files.map(f -> f.sources().size() == 1).orElse(true);
        if (alone
                && single
                && value.isPresent()
                && view.between(copied.copy(), run).stream().noneMatch(Run.class::isInstance)) {
            int behind = copied.copy().syntax().keyword().range().end();
            finding.fix(
                    files.flatMap(ContextCopy::files).isPresent(),
                    "Use " + flag,
                    edits -> edits.insert(behind, " " + flag).delete(run));
        }
    }

    /** What the flag takes: digits for rights, and an owner with a group. */
    private static Optional<String> value(
            Command command, String what, Optional<ContextCopy> files, CopiedPath copied) {
        if (command.is("chown")) {
            return what.matches("\\w+:\\w+") ? Optional.of(what) : Optional.empty();
        }
        if (what.matches("[0-7]{3,4}")) {
            return Optional.of(what);
        }
        if (!what.matches("a?\\+x") || !copied.file()) {
            return Optional.empty();
        }
        int mode = files.flatMap(ContextCopy::files)
                .flatMap(known -> known.stream().map(Entry::mode).findFirst())
                .orElse(0644);
        return Optional.of(Integer.toOctalString(mode | 0111));
    }
}
