package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code npm install} of packages without a version. */
public final class UnpinnedNpm extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedNpm() {
        super(RuleInfo.of("unpinned-npm", Category.PACKAGES, Severity.WARNING, "DL3016"), "express@4.19.2");
    }

    private static final Set<String> TASKS = Set.of("install", "i", "add");
    private static final Pattern REPOSITORY = Pattern.compile("git(\\+(ssh|https?|file))?://.*");
    private static final Pattern FILE = Pattern.compile("(/|\\./|\\.\\./|~/|file:).*|.*\\.(tar|tar\\.gz|tgz)|\\.{1,2}");

    @Override
    List<ShellWord> packages(Command command) {
        String[] values = {"loglevel", "registry", "prefix", "C", "cache", "tag", "w", "workspace", "omit", "include"};
        List<ShellWord> operands = command.operands(values);
        boolean install = command.is("npm")
                && !operands.isEmpty()
                && TASKS.contains(operands.get(0).text());
        return install ? operands.subList(1, operands.size()) : List.of();
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        String text = name.text();
        if (REPOSITORY.matcher(text).matches()) {
            return text.contains("#");
        }
        int scope = text.startsWith("@") ? text.indexOf('/') : 0;
        return FILE.matcher(text).matches() || (scope >= 0 && text.indexOf('@', scope) >= 0);
    }
}
