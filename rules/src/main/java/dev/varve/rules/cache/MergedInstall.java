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
import dev.varve.lint.layers.Heat;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.movement.Reads;
import java.util.Optional;

/** An install of dependencies in one step with what uses the sources. */
public final class MergedInstall implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("merged-install", Category.CACHE, Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run && view.movement().reads(run) instanceof Reads.Anything) {
                    Optional<Instruction> copy = hotCopy(view, run, subject.heat());
                    copy.ifPresent(hot -> check(subject, view, hot, run, findings));
                }
            }
        }
    }

    /** The copy of sources in front of a step, where no earlier RUN has seen them. */
    private static Optional<Instruction> hotCopy(StageView view, Run run, Heat heat) {
        Optional<Instruction> found = Optional.empty();
        for (Instruction instruction : view.instructions()) {
            Optional<ContextCopy> copy = view.copy(instruction);
            if (instruction == run) {
                break;
            } else if (copy.isPresent() && copy.get().heat(heat) > Heat.HOT && found.isEmpty()) {
                found = Optional.of(instruction);
            } else if (instruction instanceof Run) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
            }
        }
        return found;
    }

    private static void check(Subject subject, StageView view, Instruction copy, Run run, Findings findings) {
        Optional<RunChain> found = RunChain.of(subject.dockerfile(), run, subject.script(run));
        if (found.isEmpty() || found.get().isStateful(found.get().links().size() - 1)) {
            return;
        }
        RunChain chain = found.get();
        int installed = -1;
        for (int i = 0; i < chain.links().size(); i++) {
            Reads reads = chain.reads(i);
            if (reads instanceof Reads.Anything) {
                break;
            }
            installed = reads instanceof Reads.Manifests ? i : installed;
        }
        if (installed < 0 || chain.behind(installed).stream().allMatch(Quick::is)) {
            return;
        }
        int last = installed;
        findings.add(
                        chain.links().get(last).range(),
                        chain.text(last)
                                + " is one step with what reads the sources, so that every change of them installs"
                                + " everything again; make it a RUN of its own")
                .evidence("steps", Evidence.steps(view.reruns().afterFiles(copy)))
                .safeFix("Install in a RUN of its own", edits -> chain.cut(edits, last, ""));
    }
}
