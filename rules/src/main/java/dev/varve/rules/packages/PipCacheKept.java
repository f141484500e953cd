package dev.varve.rules.packages;

import dev.varve.dockerfile.Env;
import dev.varve.dockerfile.Instruction;
import dev.varve.lint.Category;
import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code pip install} whose cache stays. */
public final class PipCacheKept implements Rule {
    private static final RuleInfo INFO = RuleInfo.of("pip-cache-kept", Category.PACKAGES, Severity.WARNING, "DL3042");
    private static final Pattern OFF = Pattern.compile("PIP_NO_CACHE_DIR=[\"']?(?i:1|true|on|yes)[\"']?");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            boolean shipped = run.stage().map(subject::isShipped).orElse(true);
            if (shipped
                    && !MountedFolders.cover(run.run(), List.of(".cache/pip", "/root/.cache"))
                    && !isOff(subject, run)) {
                check(run, findings);
            }
        }
    }

    private static void check(RunScript run, Findings findings) {
        List<Command> filling = new ArrayList<>();
        for (Command command : run.script().commands()) {
            if (Pip.isInstall(command) && !command.hasFlag("no-cache-dir", "no-cache")) {
                filling.add(command);
            } else if (cleans(command)) {
                filling.clear();
            }
        }
        filling.forEach(command -> report(command, run, findings));
    }

    private static void report(Command command, RunScript run, Findings findings) {
        Findings.Draft found = findings.add(
                command.range(), "pip keeps what it has downloaded in the layer; say --no-cache-dir, or mount a cache");
        command.arguments().stream()
                .filter(word -> run.isShellForm() && word.text().equals("install"))
                .findFirst()
                .ifPresent(install -> found.unsafeFix(
                        "Say --no-cache-dir",
                        edits -> edits.insert(install.range().end(), " --no-cache-dir")));
    }

    private static boolean cleans(Command command) {
        boolean purge = command.name().startsWith("pip") && command.hasArgument("purge");
        boolean delete = command.is("rm") && command.texts().stream().anyMatch(text -> text.contains(".cache"));
        return purge || delete;
    }

    private static boolean isOff(Subject subject, RunScript run) {
        if (OFF.matcher(run.script().source().text()).find()) {
            return true;
        }
        int line = run.run().line();
        return run.stage().stream()
                .flatMap(stage -> subject.lineage(stage).stream())
                .flatMap(stage -> stage.instructions().stream())
                .filter(instruction -> instruction.line() < line)
                .anyMatch(PipCacheKept::turnsOff);
    }

    private static boolean turnsOff(Instruction instruction) {
        return instruction instanceof Env env
                && env.assignments().stream()
                        .anyMatch(set -> OFF.matcher(
                                        set.key().text() + "=" + set.value().text())
                                .matches());
    }
}
