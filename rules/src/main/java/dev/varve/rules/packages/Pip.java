package dev.varve.rules.packages;

import dev.varve.lint.shell.Command;
import dev.varve.lint.shell.ShellWord;
import java.util.List;

/** {@code pip install}, also as {@code python -m pip install}. */
final class Pip {
    private static final String[] FLAGS_WITH_VALUE = {
        "abi",
        "b",
        "build",
        "e",
        "editable",
        "extra-index-url",
        "f",
        "find-links",
        "i",
        "index-url",
        "implementation",
        "no-binary",
        "only-binary",
        "platform",
        "prefix",
        "progress-bar",
        "proxy",
        "python",
        "python-version",
        "root",
        "root-user-action",
        "src",
        "t",
        "target",
        "trusted-host",
        "upgrade-strategy",
        "r",
        "requirement",
        "c",
        "constraint",
        "timeout",
        "retries",
        "cache-dir",
        "config-settings",
        "C",
        "report",
        "log"
    };

    private Pip() {}

    static boolean isInstall(Command command) {
        String name = command.name();
        List<String> arguments = command.texts();
        int module = arguments.indexOf("-m");
        boolean pip = name.startsWith("pip") && !name.startsWith("pipenv") && !name.startsWith("pipx");
        boolean python = name.startsWith("python")
                && module >= 0
                && module + 1 < arguments.size()
                && arguments.get(module + 1).equals("pip");
        return (pip || python) && arguments.contains("install");
    }

    /** What is installed: names, addresses and paths. */
    static List<ShellWord> packages(Command command) {
        return isInstall(command)
                ? UnpinnedPackages.operands(command, List.of("install"), FLAGS_WITH_VALUE)
                : List.of();
    }
}
