package dev.varve.rules.packages;

import dev.varve.lint.Findings;
import dev.varve.lint.Rule;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Subject;
import dev.varve.lint.shell.Command;
import java.util.List;

/** What a package manager downloads and keeps, which then is a part of the layer. */
abstract class KeptCache implements Rule {
    private final RuleInfo info;
    private final String cleaning;
    private final List<String> folders;

    KeptCache(RuleInfo info, String cleaning, String... folders) {
        this.info = info;
        this.cleaning = cleaning;
        this.folders = List.of(folders);
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final void check(Subject subject, Findings findings) {
        for (RunScript run : subject.runs()) {
            boolean shipped = run.stage().map(subject::isShipped).orElse(true);
            if (shipped && !MountedFolders.cover(run.run(), folders)) {
                check(run, findings);
            }
        }
    }

    private void check(RunScript run, Findings findings) {
        Command last = null;
        for (Command command : run.script().commands()) {
            if (fills(command)) {
                last = command;
            } else if (cleans(command)) {
                last = null;
            }
        }
        if (last == null) {
            return;
        }
        Findings.Draft found = findings.add(
                last.range(),
                "What " + last.name() + " has downloaded stays in the layer; end with " + cleaning
                        + ", or mount a cache there");
        ScriptEnd.offset(run)
                .ifPresent(
                        end -> found.unsafeFix("End with " + cleaning, edits -> edits.insert(end, " && " + cleaning)));
    }

    /** Whether the command leaves something behind. */
    abstract boolean fills(Command command);

    /** Whether the command takes away what was left behind. */
    abstract boolean cleans(Command command);

    /** Whether the command deletes a folder or all that is in it. */
    static boolean deletes(Command command, String folder) {
        if (command.is("find")) {
            return command.hasArgument("-delete") && command.operands().stream().anyMatch(w -> isOf(w.text(), folder));
        }
        return command.is("rm") && command.operands().stream().anyMatch(word -> isOf(word.text(), folder));
    }

    private static boolean isOf(String path, String folder) {
        String plain = path;
        while (plain.endsWith("*") || plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.startsWith("/") && (folder.equals(plain) || folder.startsWith(plain + "/"));
    }
}
