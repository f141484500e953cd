package dev.varve.rules.packages;

import dev.varve.lint.Category;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;
import java.util.regex.Pattern;

/** {@code pip install} of packages without a version. */
public final class UnpinnedPip extends UnpinnedPackages {
    /** The rule. */
    public UnpinnedPip() {
        super(RuleInfo.of("unpinned-pip", Category.PACKAGES, Severity.WARNING, "DL3013"), "flask==3.0.3");
    }

    private static final Pattern VERSION = Pattern.compile("[=<>]|~=|!=| @ ");
    private static final Pattern REPOSITORY = Pattern.compile("(git|hg|svn|bzr)\\+?.*");

    @Override
    List<ShellWord> packages(Command command) {
        boolean bounded = command.hasFlag("r", "requirement", "c", "constraint") || command.hasArgument(".");
        return bounded ? List.of() : Pip.packages(command);
    }

    @Override
    boolean isPinned(ShellWord name, RunScript run) {
        String text = name.text();
        if (REPOSITORY.matcher(text).matches() && text.contains("://")) {
            return text.indexOf('@', text.indexOf("://")) > 0;
        }
        return VERSION.matcher(text).find()
                || text.contains("/")
                || text.startsWith(".")
                || text.endsWith(".whl")
                || text.endsWith(".tar.gz");
    }
}
