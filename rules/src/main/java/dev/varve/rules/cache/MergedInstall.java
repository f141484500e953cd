package dev.varve.rules.cache;

import dev.varve.dockerfile.Dockerfile;
import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.SourceRange;
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
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.Statement;
import dev.varve.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An install of dependencies in one step with what uses the sources. */
public final class MergedInstall implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("merged-install", Category.CACHE, Severity.WARNING);

    /** What the commands behind it go on with, so that they have to stay in one shell. */
    private static final Pattern SHELL_STATE = Pattern.compile(
            "(cd|pushd|export|set|umask|ulimit|alias|readonly|local|declare|shopt|trap)\\b|\\w+=\\S*\\s*$");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof Run run
                        && run.syntax().form() == Form.SHELL
                        && run.syntax().heredocs().isEmpty()
                        && view.movement().reads(run) instanceof Reads.Anything) {
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
        Dockerfile file = subject.dockerfile();
        Script script = subject.script(run);
        List<Statement.Sequence.Item> items = script.body().items();
        if (items.size() != 1 || !(items.get(0).statement() instanceof Statement.AndOr chain)) {
            return;
        }
        boolean plain = chain.operators().stream().allMatch(operator -> operator == Statement.ChainOperator.AND)
                && chain.statements().stream()
                        .map(statement -> file.text(statement.range()))
                        .noneMatch(text -> SHELL_STATE.matcher(text).lookingAt());
        int installed = -1;
        for (int i = 0; i < chain.statements().size(); i++) {
            Reads reads = reads(file.text(chain.statements().get(i).range()));
            if (reads instanceof Reads.Anything) {
                break;
            }
            installed = reads instanceof Reads.Manifests ? i : installed;
        }
        if (!plain || installed < 0) {
            return;
        }
        SourceRange install = chain.statements().get(installed).range();
        boolean trivial = script.commands().stream()
                .filter(command -> command.range().start() >= install.end())
                .allMatch(Quick::is);
        if (trivial) {
            return;
        }
        List<Step> again = view.reruns().afterFiles(copy);
        Statement next = chain.statements().get(installed + 1);
        SourceRange between = gap(install, next.range());
        String flags = file.text(
                gap(run.syntax().keyword().range(), run.command().get(0).range()));
        String line = run.syntax().keyword().text() + flags;
        findings.add(
                        install,
                        file.text(install)
                                + " is one step with what reads the sources, so that every change of them installs"
                                + " everything again; make it a RUN of its own")
                .evidence("steps", Evidence.steps(again))
                .safeFix("Install in a RUN of its own", edits -> edits.replace(between, "\n" + line));
    }

    private static SourceRange gap(SourceRange first, SourceRange second) {
        return new SourceRange(first.end(), Math.max(first.end(), second.start()));
    }

    private static Reads reads(String command) {
        Dockerfile alone = Dockerfile.parse("command", "FROM scratch\nRUN " + command + "\n");
        return alone.stages().get(0).instructions().get(0) instanceof Run run ? Reads.of(run) : new Reads.Anything();
    }
}
