package dev.varve.rules.cache;

import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
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
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.Optional;

/** A copied file that a later step deletes, which does not make the image smaller. */
public final class DeletedLater implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("deleted-later", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (subject.isShipped(view.stage()) && instruction instanceof Run run) {
                    for (Command command : subject.script(run).commands("rm", "unlink")) {
                        if (!command.place().conditional()) {
                            command.operands().forEach(word -> check(view, run, word, findings));
                        }
                    }
                }
            }
        }
    }

    private static void check(StageView view, Run run, ShellWord word, Findings findings) {
        Optional<String> path = CopiedPath.resolve(view, run, word.text());
        Optional<CopiedPath> copied = CopiedPath.above(view, run).stream()
                .filter(to -> !to.path().equals("/") && to.path().equals(path.orElse("")))
                .findFirst();
        if (copied.isEmpty()) {
            return;
        }
        Instruction copy = copied.get().copy();
        long bytes = view.copy(copy).map(ContextCopy::bytes).orElse(0L);
        findings.add(
                        word.range(),
                        copied.get().path() + " is deleted here, but stays in the layer of line " + copy.line()
                                + (bytes > 0 ? " (" + Bytes.text(bytes) + ")" : "")
                                + "; do not copy it, give it to the RUN that needs it with --mount=type=bind")
                .evidence(
                        "steps",
                        Evidence.steps(List.of(
                                view.step(copy).orElseThrow(), view.step(run).orElseThrow())))
                .evidence("paths", List.of(copied.get().path()))
                .evidence("bytes", bytes);
    }
}
