package dev.varve.rules.shell;

import dev.varve.lint.Category;
import dev.varve.lint.CommandRule;
import dev.varve.lint.Findings;
import dev.varve.lint.RuleInfo;
import dev.varve.lint.RunScript;
import dev.varve.lint.Severity;
import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.Redirection;
import dev.varve.lint.shell.ShellWord;
import java.util.Set;
import java.util.stream.Stream;

/** {@code curl} that stores the page of an error as the file. */
public final class UncheckedDownload extends CommandRule {
    private static final Set<String> NOWHERE = Set.of("-", "/dev/null", "/dev/stdout", "/dev/stderr");

    /** Commands that fail where the file is not what it should be. */
    private static final String[] CHECKS = {
        "sha1sum",
        "sha256sum",
        "sha384sum",
        "sha512sum",
        "shasum",
        "md5sum",
        "b2sum",
        "gpg",
        "gpgv",
        "cosign",
        "minisign",
        "openssl",
        "apt-key",
        "tar",
        "bsdtar",
        "unzip",
        "gunzip",
        "zcat",
        "bunzip2",
        "unxz",
        "xz",
        "gzip",
        "7z",
        "jar",
        "dpkg",
        "rpm",
        "apt",
        "apt-get",
        "yum",
        "dnf",
        "apk",
        "pip",
        "pip3"
    };

    /** The rule. */
    public UncheckedDownload() {
        super(RuleInfo.of("unchecked-download", Category.SHELL, Severity.WARNING));
    }

    @Override
    protected void check(Command command, RunScript run, Findings findings) {
        boolean told = command.hasFlag("f", "fail", "fail-with-body", "w", "write-out", "I", "head", "K", "config");
        if (!command.is("curl") || told || !stores(command) || isCheckedLater(command, run)) {
            return;
        }
        Findings.Draft found = findings.add(
                command.word().range(),
                "Where the server says that there is no such file, curl stores that page in its place and succeeds, and the layer"
                        + " cache keeps it; say --fail");
        if (run.isShellForm()) {
            found.safeFix("Say -f", edits -> edits.insert(command.word().range().end(), " -f"));
        }
    }

    private static boolean stores(Command command) {
        Stream<String> files = Stream.concat(
                command.values("o", "output").stream().map(ShellWord::text),
                command.redirections().stream()
                        .filter(UncheckedDownload::takesOutput)
                        .map(redirection -> redirection.target().text()));
        return command.hasFlag("O", "remote-name", "remote-name-all")
                || files.anyMatch(file -> !NOWHERE.contains(file));
    }

    private static boolean takesOutput(Redirection redirection) {
        return redirection.operator().startsWith(">")
                && !redirection.operator().contains("&")
                && redirection.descriptor() != 2;
    }

    private static boolean isCheckedLater(Command command, RunScript run) {
        return run.script().commands(CHECKS).stream()
                .anyMatch(other -> other.range().start() > command.range().start());
    }
}
