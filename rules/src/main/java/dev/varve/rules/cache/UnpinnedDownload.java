package dev.varve.rules.cache;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Script;
import dev.varve.lint.shell.ShellWord;
import java.util.Optional;
import java.util.regex.Pattern;

/** A download whose content changes without the step's key. */
public final class UnpinnedDownload extends CommandRule {
    private static final Pattern MUTABLE =
            Pattern.compile("(https?|ftp)://[^\\s]*/(latest|master|main|HEAD|nightly)([/.?].*|$)");

    /** A file whose name has its version is the same on every branch. */
    private static final Pattern VERSIONED = Pattern.compile(".*/[^/?]*\\d+\\.\\d+\\.\\d+[^/]*");

    public UnpinnedDownload() {
        super(RuleInfo.of("unpinned-download", Category.CACHE, Severity.INFO));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        Optional<ShellWord> source = command.is("git")
                ? clone(command, run.script())
                : command.is("curl", "wget") ? download(command, run.script()) : Optional.empty();
        source.ifPresent(word -> findings.add(
                        word.range(),
                        "What " + word.text()
                                + " gives changes, but the step does not, so that the cache keeps what it was on the"
                                + " day it first ran; name a version, or use ADD, which asks whether it has changed")
                .evidence("url", word.text()));
    }

    private static Optional<ShellWord> clone(Command command, Script script) {
        boolean pinned = command.hasFlag("branch", "b", "revision")
                || script.commands("git").stream()
                        .anyMatch(other -> other.hasArgument("checkout", "reset", "switch", "fetch", "worktree"));
        if (pinned || !command.hasArgument("clone")) {
            return Optional.empty();
        }
        return command.arguments().stream()
                .filter(word -> word.text().contains("://"))
                .findFirst();
    }

    private static Optional<ShellWord> download(Command command, Script script) {
        boolean checked = !script.commands("sha256sum", "sha512sum", "sha1sum", "shasum", "gpg")
                .isEmpty();
        return checked
                ? Optional.empty()
                : command.arguments().stream()
                        .filter(word -> MUTABLE.matcher(word.text()).matches()
                                && !VERSIONED.matcher(word.text()).matches())
                        .findFirst();
    }
}
