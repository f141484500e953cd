package dev.varve.rules.cache;

import dev.varve.dockerfile.Form;
import dev.varve.dockerfile.Instruction;
import dev.varve.dockerfile.Run;
import dev.varve.dockerfile.User;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.layers.Evidence;
import dev.varve.lint.layers.StageView;
import dev.varve.lint.shell.Command;
import java.util.List;
import java.util.Optional;

/** An install that downloads everything again when one dependency changes. */
public final class MissingCacheMount implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("missing-cache-mount", Category.CACHE, Severity.STYLE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (StageView view : subject.stageViews()) {
            for (Instruction instruction : view.instructions()) {
                if (instruction instanceof User) {
                    break;
                }
                if (instruction instanceof Run run
                        && run.syntax().form() == Form.SHELL
                        && run.syntax().heredocs().isEmpty()
                        && run.mounts().isEmpty()) {
                    Install.of(view, run, subject.script(run)).ifPresent(install -> check(view, install, findings));
                }
            }
        }
    }

    private static void check(StageView view, Install install, Findings findings) {
        Optional<String> folder = folder(install.command());
        if (folder.isEmpty()
                || install.command().hasFlag("no-cache-dir", "no-cache", "cache", "cache-dir", "cache-folder")) {
            return;
        }
        String mount = "--mount=type=cache,target=" + folder.get() + " ";
        int behindKeyword = install.run().command().get(0).range().start();
        findings.add(
                        install.command().word().range(),
                        "When one dependency changes, " + install.command().name()
                                + " downloads all of them again; keep its downloads with " + mount.strip())
                .evidence(
                        "steps", Evidence.steps(List.of(view.step(install.run()).orElseThrow())))
                .unsafeFix("Mount a cache", edits -> edits.insert(behindKeyword, mount));
    }

    /** Where root's downloads are kept by managers that copy out of there what they install. */
    private static Optional<String> folder(Command command) {
        return switch (command.name()) {
            case "npm" -> Optional.of("/root/.npm");
            case "pip", "pip3", "python", "python3" -> Optional.of("/root/.cache/pip");
            case "uv" -> Optional.of("/root/.cache/uv");
            case "poetry" -> Optional.of("/root/.cache/pypoetry");
            default -> Optional.empty();
        };
    }
}
